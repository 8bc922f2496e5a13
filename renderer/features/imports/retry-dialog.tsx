/** Takes up files that failed: one in another encoding, or all that one password opens. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ImportFile } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormRow } from '../../ui/form-row.tsx';
import page from '../../ui/page.module.css';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';
import { useActOnRun } from './use-act-on-run.ts';

const ENCODINGS = ['gb18030', 'utf-8', 'big5', 'utf-16le', 'utf-16be'];

interface RetryDialogProps {
  readonly runId: string;
  /** One, or several that ask for a password. */
  readonly files: readonly ImportFile[];
  readonly onClose: () => void;
}

export function RetryDialog({ runId, files, onClose }: RetryDialogProps) {
  const words = useWords().imports;
  const format = useFormat();
  const { asking, act } = useActOnRun(runId);
  const [password, setPassword] = useState('');
  const [encoding, setEncoding] = useState('');
  const retry = async (): Promise<void> => {
    const positions = files.map(({ position }) => position);
    const given = { ...(password === '' ? {} : { password }), ...(encoding === '' ? {} : { encoding }) };
    if (await act(() => client.retryImport(runId, { positions, ...given }))) onClose();
  };
  const isText = files.every(({ format: kind }) => kind === 'text' || kind === 'web' || kind === 'other');
  const [file] = files;
  const title =
    files.length === 1 && file !== undefined
      ? words.retryTitle(file.name)
      : words.unlockTitle(format.number(files.length));
  return (
    <Dialog open title={title} onClose={onClose}>
      <form
        className={styles.retry}
        onSubmit={(event) => {
          event.preventDefault();
          void retry();
        }}
      >
        {file !== undefined && file.problem !== null && (
          <p>
            <strong>{file.problem.message}</strong> {file.problem.hint}
          </p>
        )}
        {isText ? (
          <FormRow label={words.encoding}>
            {(id) => (
              <Select
                id={id}
                value={encoding}
                onChange={setEncoding}
                style={{ width: 200 }}
                options={[
                  { value: '', label: words.encodingAuto },
                  ...ENCODINGS.map((value) => ({ value, label: value.toUpperCase() })),
                ]}
              />
            )}
          </FormRow>
        ) : (
          <FormRow label={words.password} below={<p className={page.note}>{words.passwordHint}</p>}>
            {(id) => (
              <Input.Password
                id={id}
                autoFocus
                autoComplete="off"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </FormRow>
        )}
        <div className={page.actions}>
          <Button htmlType="submit" type="primary" loading={asking}>
            {words.retryNow}
          </Button>
          <Button onClick={onClose}>{words.notNow}</Button>
        </div>
      </form>
    </Dialog>
  );
}
