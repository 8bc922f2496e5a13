/** Where a draft comes from: pasted, opened, or dropped as a file. */
import { Button, Input } from 'antd';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { OpenTextButton, useTextOfFile } from '../../gazette/open-text.tsx';
import type { OutsideText } from '../../service/outside-texts.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './check.module.css';

/** What the service takes; more it would refuse. */
const MOST_CHARACTERS = 400_000;

interface DraftFormProps {
  readonly start: OutsideText | null;
  readonly onCheck: (draft: OutsideText) => void;
}

export function DraftForm({ start, onCheck }: DraftFormProps) {
  const words = useWords().check;
  const format = useFormat();
  const [text, setText] = useState(start?.text ?? '');
  const [name, setName] = useState(start?.name ?? '');
  const [over, setOver] = useState(false);
  const ready = text.trim() !== '' && text.length <= MOST_CHARACTERS;

  const { reading, read } = useTextOfFile((found) => {
    setText(found.text);
    setName(found.name);
  });
  const submit = (): void => {
    if (ready) onCheck({ text, name });
  };
  const hover = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };

  return (
    <form
      className={styles.form}
      data-over={over || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void read(event.dataTransfer.files[0]);
      }}
    >
      <Input.TextArea
        autoFocus
        rows={16}
        value={text}
        aria-label={words.label}
        placeholder={words.placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <div className={styles.formFoot}>
        <Button type="primary" htmlType="submit" disabled={!ready} title="Ctrl + Enter">
          {words.run}
        </Button>
        <OpenTextButton reading={reading} read={read} label={words.open} readingLabel={words.reading} />
        <span className={styles.note} role="status">
          {over
            ? words.dropHere
            : text.length > MOST_CHARACTERS
              ? words.tooLong(format.number(MOST_CHARACTERS))
              : words.characters(format.number(text.length))}
        </span>
      </div>
    </form>
  );
}
