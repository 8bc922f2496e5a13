/** Takes up files that failed with what they lacked: one in another encoding, or all that one password opens. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ImportFile } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormRow } from '../../ui/form-row.tsx';
import page from '../../ui/page.module.css';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';
import { retryNeeds } from './retry-needs.ts';
import { useActOnRun } from './use-act-on-run.ts';
import { failedFiles } from './use-run-files.ts';

const ENCODINGS = ['gb18030', 'utf-8', 'big5', 'utf-16le', 'utf-16be'];

interface RetryDialogProps {
  readonly runId: string;
  /** One file, or so many that ask for a password. */
  readonly retried: ImportFile | number;
  readonly onClose: () => void;
}

export function RetryDialog({ runId, retried, onClose }: RetryDialogProps) {
  const words = useWords().imports;
  const format = useFormat();
  const { asking, act } = useActOnRun(runId);
  const [password, setPassword] = useState('');
  const [encoding, setEncoding] = useState('');
  const file = typeof retried === 'number' ? null : retried;
  const needsEncoding = file !== null && retryNeeds(file) === 'encoding';
  const retry = async (): Promise<void> => {
    const given = { ...(password === '' ? {} : { password }), ...(encoding === '' ? {} : { encoding }) };
    const done = await act(async () => {
      const files = file === null ? await failedFiles(runId, 'file_encrypted') : [file];
      return client.retryImport(runId, { positions: files.map(({ position }) => position), ...given });
    });
    if (done) onClose();
  };
  const title =
    typeof retried === 'number' ? words.unlockTitle(format.number(retried)) : words.retryTitle(retried.name);
  return (
    <Dialog open title={title} onClose={onClose}>
      <form
        className={styles.retry}
        onSubmit={(event) => {
          event.preventDefault();
          void retry();
        }}
      >
        {file !== null && file.problem !== null && (
          <p>
            <strong>{file.problem.message}</strong> {file.problem.hint}
          </p>
        )}
        {needsEncoding ? (
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
          <Button htmlType="submit" type="primary" loading={asking} disabled={!needsEncoding && password === ''}>
            {words.retryNow}
          </Button>
          <Button onClick={onClose}>{words.notNow}</Button>
        </div>
      </form>
    </Dialog>
  );
}
