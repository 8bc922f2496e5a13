/** Where a draft comes from: pasted, opened, or dropped as a file. */
import { FolderOpenOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { client } from '../../service/client.ts';
import type { OutsideText } from '../../service/outside-texts.ts';
import { asServiceError } from '../../service/requested.ts';
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
  const { message } = App.useApp();
  const [text, setText] = useState(start?.text ?? '');
  const [name, setName] = useState(start?.name ?? '');
  const [reading, setReading] = useState(false);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const ready = text.trim() !== '' && text.length <= MOST_CHARACTERS;

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setReading(true);
    try {
      const found = await client.textOfFile(file);
      setText(found.text);
      setName(found.name);
    } catch (error) {
      const { message: sentence, hint } = asServiceError(error);
      message.error(`${sentence}。${hint}`, 6);
    } finally {
      setReading(false);
    }
  };
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
        <Button icon={<FolderOpenOutlined aria-hidden />} loading={reading} onClick={() => input.current?.click()}>
          {reading ? words.reading : words.open}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          aria-label={words.open}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
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
