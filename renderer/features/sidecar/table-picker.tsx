/** Where the table comes from: dropped, or chosen by mouse or keys. */
import { TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import styles from './sidecar.module.css';

interface TablePickerProps {
  /** A table is shown already. */
  readonly small: boolean;
  readonly reading: boolean;
  readonly onPick: (file: File | undefined) => void;
}

export function TablePicker({ small, reading, onPick }: TablePickerProps) {
  const words = useWords().sidecar;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hover = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button inside does the same for the keyboard
    <div
      className={styles.zone}
      data-small={small || undefined}
      data-over={over || undefined}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onPick(event.dataTransfer.files[0]);
      }}
    >
      <span>{over ? words.dropNow : words.drop}</span>
      <Button
        type={small ? 'default' : 'primary'}
        icon={<TableOutlined aria-hidden />}
        loading={reading}
        onClick={() => input.current?.click()}
      >
        {reading ? words.reading : small ? words.another : words.pick}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl"
        aria-label={words.pick}
        onChange={(event) => {
          onPick(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
