/** Chooses one of the two texts: a document that a search finds, another version of the other one, a pasted text or a file. */
import { FileTextOutlined, SnippetsOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { OpenTextButton, useTextOfFile } from '../../gazette/open-text.tsx';
import { client } from '../../service/client.ts';
import { isPastedKey, keepText, keptText } from '../../service/outside-texts.ts';
import { useRequested } from '../../service/requested.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './compare.module.css';

interface TextPickerProps {
  readonly side: string;
  readonly chosen: string | null;
  /** The other side, whose earlier and later texts are offered. */
  readonly other: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly focus: boolean;
}

export function TextPicker({ side, chosen, other, onChoose, focus }: TextPickerProps) {
  const words = useWords().compare;
  return (
    <section className={styles.picker} aria-label={side}>
      <h2>{side}</h2>
      {chosen === null ? (
        <Choices side={side} other={other} onChoose={onChoose} focus={focus} />
      ) : (
        <Chosen choice={chosen} onClear={() => onChoose(null)} label={words.change} />
      )}
    </section>
  );
}

function Chosen({ choice, onClear, label }: { choice: string; onClear: () => void; label: string }) {
  const words = useWords().compare;
  const outside = isPastedKey(choice) ? keptText(choice) : null;
  const answer = useRequested({
    key: ['document', choice],
    ask: (signal) => client.document(choice, signal),
    enabled: !isPastedKey(choice),
  });
  const title = isPastedKey(choice)
    ? (outside?.name ?? words.lost)
    : answer.state === 'ready'
      ? answer.data.title
      : answer.state === 'failed'
        ? answer.error.message
        : '…';
  return (
    <div className={styles.chosen}>
      <p>{title}</p>
      <Button size="small" onClick={onClear}>
        {label}
      </Button>
    </div>
  );
}

interface ChoicesProps {
  readonly side: string;
  readonly other: string | null;
  readonly onChoose: (key: string) => void;
  readonly focus: boolean;
}

function Choices({ side, other, onChoose, focus }: ChoicesProps) {
  const words = useWords().compare;
  const [typed, setTyped] = useState('');
  // Before anything is typed: what bears a title like that of the other text.
  const likely = useTitle(other);
  const q = typed.trim() === '' ? likely : typed.trim();
  const found = useRequested({
    key: ['compare-search', q],
    ask: (signal) => client.search(new URLSearchParams({ q, limit: '8' }), signal),
    keepPrevious: true,
  });
  const versions = useVersions(other);
  const unasked = typed.trim() === '';
  const hits = found.state === 'ready' ? found.data.hits.filter(({ id }) => id !== other) : [];
  return (
    <>
      <Input.Search
        value={typed}
        autoFocus={focus}
        allowClear
        placeholder={words.search}
        aria-label={`${words.choose(side)}：${words.search}`}
        onChange={(event) => setTyped(event.target.value)}
      />
      {versions.length > 0 && unasked && (
        <DocumentList label={words.versions} documents={versions} onChoose={onChoose} />
      )}
      {hits.length > 0 && !(versions.length > 0 && unasked) && (
        <DocumentList
          label={!unasked ? words.results : likely === '' ? words.latest : words.alike}
          documents={hits}
          onChoose={onChoose}
        />
      )}
      {found.state === 'ready' && hits.length === 0 && !unasked && <p className={styles.quiet}>{words.none}</p>}
      <Outside onChoose={onChoose} />
    </>
  );
}

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly writtenOn: string | null;
}

/** Title of a document of the library; empty while it is not known, and for a text from outside. */
function useTitle(id: string | null): string {
  const inside = id !== null && !isPastedKey(id);
  const answer = useRequested({
    key: ['document', id],
    ask: (signal) => client.document(id ?? '', signal),
    enabled: inside,
  });
  return inside && answer.state === 'ready' ? answer.data.title : '';
}

/** The earlier and later texts of the rule that is chosen on the other side, the newest first. */
function useVersions(other: string | null): readonly Listed[] {
  const id = other !== null && !isPastedKey(other) ? other : null;
  const answer = useRequested({
    key: ['lineage', id],
    ask: (signal) => client.lineage(id ?? '', signal),
    enabled: id !== null,
  });
  return answer.state === 'ready' ? answer.data.family.filter(({ self }) => !self).toReversed() : [];
}

interface DocumentListProps {
  readonly label: string;
  readonly documents: readonly Listed[];
  readonly onChoose: (id: string) => void;
}

function DocumentList({ label, documents, onChoose }: DocumentListProps) {
  const format = useFormat();
  return (
    <>
      <h3>{label}</h3>
      <ul className={styles.found}>
        {documents.map(({ id, title, number, writtenOn }) => (
          <li key={id}>
            <button type="button" onClick={() => onChoose(id)}>
              <FileTextOutlined aria-hidden />
              <span>
                {title}
                <small>{[number, writtenOn && format.day(writtenOn)].filter(Boolean).join(' · ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Texts that are in no library: pasted, or read from a file. */
function Outside({ onChoose }: { readonly onChoose: (key: string) => void }) {
  const words = useWords().compare;
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState('');

  const { reading, read } = useTextOfFile((found) => onChoose(keepText(found)));
  return (
    <>
      <h3>{words.orOutside}</h3>
      <div className={styles.outside}>
        <Button icon={<SnippetsOutlined aria-hidden />} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {words.paste}
        </Button>
        <OpenTextButton reading={reading} read={read} label={words.openFile} readingLabel={words.reading} />
      </div>
      {pasting && (
        <form
          className={styles.paste}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') onChoose(keepText({ name: words.pasted, text }));
          }}
        >
          <Input.TextArea
            autoFocus
            rows={8}
            value={text}
            aria-label={words.pasteLabel}
            placeholder={words.pasteLabel}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>
            {words.usePasted}
          </Button>
        </form>
      )}
    </>
  );
}
