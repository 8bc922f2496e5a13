/** Takes the text out of a file that stays outside the library: picked by a button, or dropped. */
import { FolderOpenOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { client } from '../service/client.ts';
import type { OutsideText } from '../service/outside-texts.ts';
import { asServiceError } from '../service/requested.ts';

export interface TextReading {
  readonly reading: boolean;
  /** Nothing happens without a file; a file that cannot be read is told of. */
  readonly read: (file: File | undefined) => Promise<void>;
}

export function useTextOfFile(onRead: (text: OutsideText) => void): TextReading {
  const { message } = App.useApp();
  const [reading, setReading] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setReading(true);
    try {
      onRead(await client.textOfFile(file));
    } catch (error) {
      const { message: sentence, hint } = asServiceError(error);
      message.error(`${sentence}。${hint}`, 6);
    } finally {
      setReading(false);
    }
  };
  return { reading, read };
}

interface OpenTextButtonProps extends TextReading {
  readonly label: string;
  readonly readingLabel: string;
}

export function OpenTextButton({ reading, read, label, readingLabel }: OpenTextButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={<FolderOpenOutlined aria-hidden />} loading={reading} onClick={() => input.current?.click()}>
        {reading ? readingLabel : label}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        aria-label={label}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          // The same file may be picked again after it was changed.
          event.target.value = '';
        }}
      />
    </>
  );
}
