/** The form of 更正: every field with what the text says, why it is changed, and what was changed before. */
import { UndoOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { CorrectionField, DocumentView } from '../../../../indexer/contract.ts';
import { client } from '../../../service/client.ts';
import { useRequested } from '../../../service/requested.ts';
import { DayField } from '../../../ui/day-field.tsx';
import { FormRow } from '../../../ui/form-row.tsx';
import { GrowingText } from '../../../ui/growing-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import styles from './correct.module.css';
import { changeOf, DAY_FIELDS, type Draft, draftOf, readOf } from './draft.ts';
import { Journal } from './journal.tsx';
import { useCorrection } from './use-correction.ts';

interface CorrectionFormProps {
  readonly document: DocumentView;
  readonly onChanged: (changed: boolean) => void;
  readonly onDone: () => void;
}

export function CorrectionForm({ document, onChanged, onDone }: CorrectionFormProps) {
  const words = useWords();
  const [draft, setDraft] = useState<Draft>(() => draftOf(document));
  const [note, setNote] = useState('');
  const { sending, send } = useCorrection(document.id);
  const change = useMemo(() => changeOf(document, draft, note), [document, draft, note]);
  const vocabulary = useRequested({ key: ['vocabulary'], ask: (signal) => client.vocabulary(signal) });
  const { subjects, types } = vocabulary.state === 'ready' ? vocabulary.data : { subjects: [], types: [] };
  useEffect(() => onChanged(change !== null), [change, onChanged]);

  const set = <Key extends keyof Draft>(key: Key, value: Draft[Key]): void => setDraft({ ...draft, [key]: value });
  const save = async (): Promise<void> => {
    if (change !== null && (await send(change))) onDone();
  };
  const row = (field: CorrectionField, control: (id: string) => ReactNode): ReactNode => (
    <FormRow
      label={words.document.fields[field === 'title' ? 'documentTitle' : field]}
      below={
        <ReadAs
          read={readOf(document, field)}
          onRestore={() => set(field as 'title', readOf(document, field) as string)}
        />
      }
    >
      {control}
    </FormRow>
  );
  const text = (field: 'title' | 'number' | 'addressee' | 'registration') =>
    row(field, (id) => <GrowingText id={id} oneLine value={draft[field]} onChange={(value) => set(field, value)} />);

  return (
    <form
      className={styles.form}
      // Enter picks a day or a name; it must not save a half-filled form.
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <p className={styles.lead}>{words.correct.lead}</p>
      {text('title')}
      {text('number')}
      {row('issuers', (id) => (
        <Select
          id={id}
          mode="tags"
          tokenSeparators={['、', '；', ';', '\n']}
          open={false}
          suffixIcon={null}
          value={[...draft.issuers]}
          onChange={(values: string[]) => set('issuers', values)}
        />
      ))}
      {row('type', (id) => (
        <Select
          id={id}
          showSearch
          allowClear
          value={draft.type === '' ? null : draft.type}
          options={types.map((value) => ({ value, label: value }))}
          onChange={(value: string | null | undefined) => set('type', value ?? '')}
        />
      ))}
      {text('addressee')}
      {DAY_FIELDS.map((field) => (
        <div key={field}>
          {row(field, (id) => (
            <DayField id={id} value={draft[field]} onChange={(day) => set(field, day)} />
          ))}
        </div>
      ))}
      {text('registration')}
      {row('topics', (id) => (
        <Select
          id={id}
          mode="multiple"
          maxCount={5}
          value={[...draft.topics]}
          options={subjects.map((value) => ({ value, label: value }))}
          onChange={(values: string[]) => set('topics', values)}
        />
      ))}
      {row('validity', (id) => (
        <div className={styles.pair}>
          <Select
            id={id}
            value={draft.validity}
            options={[
              { value: '', label: words.correct.byRule },
              ...Object.entries(words.validity).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(value) => set('validity', value)}
          />
          {draft.validity !== '' && (
            <DayField
              label={words.correct.since}
              value={draft.validitySince}
              onChange={(day) => set('validitySince', day)}
            />
          )}
        </div>
      ))}
      <FormRow label={words.document.fields.hidden}>
        {(id) => (
          <Checkbox id={id} checked={draft.hidden} onChange={({ target }) => set('hidden', target.checked)}>
            {words.correct.hide}
          </Checkbox>
        )}
      </FormRow>
      <FormRow label={words.correct.note}>
        {(id) => (
          <GrowingText
            id={id}
            rows={2}
            maxLength={2000}
            placeholder={words.correct.notePlaceholder}
            value={note}
            onChange={setNote}
          />
        )}
      </FormRow>
      <div className={styles.actions}>
        <Button
          type="primary"
          title="Ctrl + Enter"
          onClick={() => void save()}
          loading={sending}
          disabled={change === null || draft.title.trim() === ''}
        >
          {words.correct.save}
        </Button>
        <Button onClick={() => setDraft(draftOf(document))} disabled={change === null}>
          {words.correct.reset}
        </Button>
      </div>
      <Journal documentId={document.id} />
    </form>
  );
}

interface ReadAsProps {
  /** What the text says, where something else is set by hand. */
  readonly read: string | readonly string[] | undefined;
  readonly onRestore: () => void;
}

function ReadAs({ read, onRestore }: ReadAsProps) {
  const words = useWords().correct;
  if (read === undefined) return null;
  const shown = typeof read === 'string' ? read : read.join('、');
  return (
    <p className={styles.read}>
      {shown === '' ? words.readNothing : words.readAs(shown)}
      <Button type="link" size="small" icon={<UndoOutlined aria-hidden />} onClick={onRestore}>
        {words.restore}
      </Button>
    </p>
  );
}
