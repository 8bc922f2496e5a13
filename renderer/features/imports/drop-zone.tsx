/** Where an import begins: drop files or folders, pick them, or take the samples. */
import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { client } from '../../service/client.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './drop-zone.module.css';
import { importChosen, importDropped, pickPaths } from './pick.ts';
import { useStartImport } from './use-start-import.ts';

interface DropZoneProps {
  /** Folder of the sample gazettes, where they are offered here. */
  readonly samples: string | null;
  /** Something else on the page is the thing to press. */
  readonly quiet?: boolean;
}

export function DropZone({ samples, quiet = false }: DropZoneProps) {
  const words = useWords().imports;
  const { starting, start } = useStartImport();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const pick = (what: 'files' | 'folder'): void => {
    if (window.gongbao !== undefined) void start(() => pickPaths(what));
    else (what === 'files' ? files : folder).current?.click();
  };
  const hover = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const data = event.dataTransfer;
    void start(() => importDropped(data));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the buttons inside do the same for the keyboard
    <div
      className={styles.zone}
      data-over={over || undefined}
      onDragEnter={hover}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <InboxOutlined aria-hidden className={styles.picture} />
      <p className={styles.title}>{starting ? words.uploading : over ? words.dropNow : words.drop}</p>
      <p className={styles.hint}>{words.accepts}</p>
      <div className={styles.buttons}>
        <Button type={quiet ? 'default' : 'primary'} loading={starting} onClick={() => pick('files')}>
          {words.pickFiles}
        </Button>
        <Button disabled={starting} onClick={() => pick('folder')}>
          {words.pickFolder}
        </Button>
        {samples !== null && (
          <Button type="link" disabled={starting} onClick={() => void start(() => client.startImport([samples]))}>
            {words.samples}
          </Button>
        )}
      </div>
      <input
        ref={files}
        hidden
        type="file"
        multiple
        aria-label={words.pickFiles}
        data-pick="files"
        onChange={(event) => void start(() => importChosen(event.target.files))}
      />
      <input
        ref={folder}
        hidden
        type="file"
        multiple
        aria-label={words.pickFolder}
        data-pick="folder"
        {...{ webkitdirectory: '' }}
        onChange={(event) => void start(() => importChosen(event.target.files))}
      />
    </div>
  );
}
