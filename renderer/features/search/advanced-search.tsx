/** 高级检索: everything that the box and the filters can say, as a form; below it the query that it amounts to. */
import { ControlOutlined } from '@ant-design/icons';
import { Button, Input, Segmented, Select } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { FacetName, SearchUnit } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { DayField } from '../../ui/day-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormRow } from '../../ui/form-row.tsx';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './advanced.module.css';
import { type AdvancedForm, composeQuery, EMPTY_FORM } from './advanced-query.ts';
import { nameOfValue } from './facet-name.ts';
import { changeSearch, NO_SEARCH, type SearchState, searchRequest } from './search-state.ts';
import { useIssueNames } from './use-issue-names.ts';

interface AdvancedSearchProps {
  readonly state: SearchState;
  readonly onSearch: (next: SearchState) => void;
}

export function AdvancedSearch({ state, onSearch }: AdvancedSearchProps) {
  const words = useWords().search.advanced;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" size="small" icon={<ControlOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog title={words.title} place="form-right" open={open} onClose={() => setOpen(false)}>
        <Form
          state={state}
          onSearch={(next) => {
            setOpen(false);
            onSearch(next);
          }}
        />
      </Dialog>
    </>
  );
}

const QUERY_FIELDS = ['all', 'phrase', 'any', 'none', 'clause', 'title', 'number', 'article', 'issue'] as const;
const CHOICES = ['issuer', 'type', 'topic', 'validity'] as const satisfies readonly FacetName[];

function Form({ state, onSearch }: AdvancedSearchProps) {
  const words = useWords().search;
  const [form, setForm] = useState<AdvancedForm>({ ...EMPTY_FORM, all: state.q });
  const [filters, setFilters] = useState<SearchState>(state);
  const query = composeQuery(form);
  const search = (): void => onSearch(changeSearch(filters, { q: query }));
  const clear = (): void => {
    setForm(EMPTY_FORM);
    setFilters(NO_SEARCH);
  };
  // Enter in a list or a calendar picks what is marked there.
  const searchOnEnter = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const typing =
      event.target instanceof HTMLInputElement && event.target.closest('.ant-select, .ant-picker') === null;
    if (event.ctrlKey || typing) search();
  };
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()} onKeyDown={searchOnEnter}>
      {QUERY_FIELDS.map((name) => (
        <FormRow key={name} label={words.advanced.fields[name]}>
          {(id) => (
            <Input
              id={id}
              value={form[name]}
              placeholder={words.advanced.hints[name]}
              maxLength={500}
              onChange={({ target }) => setForm({ ...form, [name]: target.value })}
            />
          )}
        </FormRow>
      ))}
      <FormRow label={words.advanced.years}>
        {(id) => (
          <div className={styles.range}>
            <Year id={id} value={form.yearFrom} onChange={(yearFrom) => setForm({ ...form, yearFrom })} />
            <span aria-hidden>—</span>
            <Year
              label={words.advanced.yearTo}
              value={form.yearTo}
              onChange={(yearTo) => setForm({ ...form, yearTo })}
            />
          </div>
        )}
      </FormRow>
      <Choices state={filters} onChange={setFilters} />
      <FormRow label={words.facets.date}>
        {(id) => (
          <div className={styles.range}>
            <DayField
              id={id}
              placeholder={words.dateFrom}
              value={filters.from ?? ''}
              onChange={(day) => setFilters(changeSearch(filters, { from: day || null }))}
            />
            <span aria-hidden>—</span>
            <DayField
              label={words.dateTo}
              value={filters.to ?? ''}
              onChange={(day) => setFilters(changeSearch(filters, { to: day || null }))}
            />
          </div>
        )}
      </FormRow>
      <FormRow label={words.unit}>
        {() => (
          <Segmented<SearchUnit>
            aria-label={words.unit}
            value={filters.unit}
            options={[
              { value: 'document', label: words.unitChoices.document },
              { value: 'provision', label: words.unitChoices.provision },
            ]}
            onChange={(unit) => setFilters(changeSearch(filters, { unit }))}
          />
        )}
      </FormRow>
      <div className={styles.foot}>
        <p className={styles.query}>
          <span>{words.advanced.written}</span>
          <code>{query === '' ? words.advanced.nothing : query}</code>
        </p>
        <div className={styles.actions}>
          <Button onClick={clear}>{words.advanced.clear}</Button>
          <Button type="primary" onClick={search}>
            {words.advanced.search}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Every value that the library has, with how many documents have it. */
function Choices({ state, onChange }: { readonly state: SearchState; readonly onChange: (next: SearchState) => void }) {
  const words = useWords();
  const format = useFormat();
  const nameOf = nameOfValue(words, useIssueNames(state));
  const request = searchRequest(NO_SEARCH);
  request.set('limit', '1');
  const answer = useRequested({ key: ['search', request.toString()], ask: (signal) => client.search(request, signal) });
  return CHOICES.map((facet): ReactNode => {
    const values = answer.state === 'ready' ? answer.data.facets[facet] : [];
    return (
      <FormRow key={facet} label={words.search.facets[facet]}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            allowClear
            loading={answer.state === 'waiting'}
            placeholder={words.search.advanced.anyValue}
            optionFilterProp="label"
            value={[...state.chosen[facet]]}
            options={values.map(({ value, label, count }) => ({
              value,
              label: `${nameOf(facet, value, label === value ? undefined : label)}（${format.number(count)}）`,
            }))}
            onChange={(chosen: string[]) =>
              onChange(changeSearch(state, { chosen: { ...state.chosen, [facet]: chosen } }))
            }
          />
        )}
      </FormRow>
    );
  });
}

interface YearProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: string;
  readonly onChange: (year: string) => void;
}

function Year({ id, label, value, onChange }: YearProps) {
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      inputMode="numeric"
      maxLength={4}
      value={value}
      onChange={({ target }) => onChange(target.value.replace(/\D/g, ''))}
    />
  );
}
