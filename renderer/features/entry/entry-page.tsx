/** 手工录入: a form beside a large field for the text; what is left empty is read from the text. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { documentAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { asServiceError, useRequested } from '../../service/requested.ts';
import { DayField } from '../../ui/day-field.tsx';
import { FormRow } from '../../ui/form-row.tsx';
import { GrowingText } from '../../ui/growing-text.tsx';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './entry.module.css';
import { EMPTY_DRAFT, type EntryDraft, isEmpty, keepDraft, loadDraft, requestOf } from './entry-draft.ts';

const MOST_CHARACTERS = 1_000_000;
const DAYS = ['writtenOn', 'printedOn', 'effectiveOn', 'expiresOn'] as const;

export function EntryPage() {
  const words = useWords();
  const textId = useId();
  const [draft, setDraft] = useState<EntryDraft>(() => loadDraft(sessionStorage));
  const { saving, save } = useSaving(draft, () => setDraft(EMPTY_DRAFT));
  usePageTitle(words.entry.title);
  useEffect(() => keepDraft(sessionStorage, draft), [draft]);
  const set = <Key extends keyof EntryDraft>(key: Key, value: EntryDraft[Key]): void =>
    setDraft((before) => ({ ...before, [key]: value }));
  const clear = (): void => {
    if (window.confirm(words.entry.clearAsk)) setDraft(EMPTY_DRAFT);
  };
  return (
    <div className={styles.page}>
      <header className={page.head}>
        <h1>{words.entry.title}</h1>
        <div className={page.actions}>
          <Button onClick={clear} disabled={isEmpty(draft)}>
            {words.entry.clear}
          </Button>
          <Button
            type="primary"
            title="Ctrl + Enter"
            loading={saving}
            disabled={draft.title.trim() === ''}
            onClick={() => void save()}
          >
            {words.entry.save}
          </Button>
        </div>
      </header>
      <p className={page.note}>{words.entry.lead}</p>
      <form
        className={styles.form}
        // Enter picks a day or a name; it must not save a half-filled form.
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && draft.title.trim() !== '') void save();
        }}
      >
        <Fields draft={draft} set={set} />
        <div className={styles.text}>
          <label htmlFor={textId}>{words.entry.text}</label>
          <Input.TextArea
            id={textId}
            lang="zh-CN"
            placeholder={words.entry.textPlaceholder}
            maxLength={MOST_CHARACTERS}
            value={draft.text}
            onChange={({ target }) => set('text', target.value)}
          />
          <p className={styles.kept}>{words.entry.kept}</p>
        </div>
      </form>
    </div>
  );
}

interface FieldsProps {
  readonly draft: EntryDraft;
  readonly set: <Key extends keyof EntryDraft>(key: Key, value: EntryDraft[Key]) => void;
}

function Fields({ draft, set }: FieldsProps) {
  const words = useWords();
  const names = words.document.fields;
  const vocabulary = useRequested({ key: ['vocabulary'], ask: (signal) => client.vocabulary(signal) });
  const types = vocabulary.state === 'ready' ? vocabulary.data.types : [];
  const text = (field: 'title' | 'number' | 'addressee' | 'registration'): ReactNode => (
    <FormRow label={names[field === 'title' ? 'documentTitle' : field]}>
      {(id) => (
        <GrowingText
          id={id}
          oneLine
          value={draft[field]}
          placeholder={field === 'title' ? '' : words.entry.fromText}
          onChange={(value) => set(field, value)}
        />
      )}
    </FormRow>
  );
  return (
    <div className={styles.fields}>
      {text('title')}
      {text('number')}
      <FormRow label={names.issuers}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={['、', '；', ';', '\n']}
            placeholder={words.entry.fromText}
            value={[...draft.issuers]}
            onChange={(values: string[]) => set('issuers', values)}
          />
        )}
      </FormRow>
      <FormRow label={names.type}>
        {(id) => (
          <Select
            id={id}
            showSearch
            allowClear
            placeholder={words.entry.fromText}
            value={draft.type === '' ? null : draft.type}
            options={types.map((value) => ({ value, label: value }))}
            onChange={(value: string | null | undefined) => set('type', value ?? '')}
          />
        )}
      </FormRow>
      {text('addressee')}
      {DAYS.map((field) => (
        <FormRow key={field} label={names[field]}>
          {(id) => (
            <DayField
              id={id}
              placeholder={words.entry.fromText}
              value={draft[field]}
              onChange={(day) => set(field, day)}
            />
          )}
        </FormRow>
      ))}
      {text('registration')}
    </div>
  );
}

function useSaving(draft: EntryDraft, onSaved: () => void) {
  const words = useWords().entry;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { notification, message } = App.useApp();
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const { outcome, document } = await client.enter(requestOf(draft));
      onSaved();
      keepDraft(sessionStorage, EMPTY_DRAFT);
      void queries.invalidateQueries();
      void message.success(words.outcomes[outcome]);
      navigate(documentAddress(document.id));
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
      setSaving(false);
    }
  };
  return { saving, save };
}
