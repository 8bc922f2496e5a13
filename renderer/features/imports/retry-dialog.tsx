/** Takes up a file that failed: with its password, or in another encoding. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ImportFile } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormRow } from '../../ui/form-row.tsx';
import page from '../../ui/page.module.css';
import { useWords } from '../../words/use-words.ts';
import styles from './imports.module.css';
import { useActOnRun } from './use-act-on-run.ts';

const ENCODINGS = ['gb18030', 'utf-8', 'big5', 'utf-16le', 'utf-16be'];

interface RetryDialogProps {
  readonly runId: string;
  readonly file: ImportFile;
  readonly onClose: () => void;
}

export function RetryDialog({ runId, file, onClose }: RetryDialogProps) {
  const words = useWords().imports;
  const { asking, act } = useActOnRun(runId);
  const [password, setPassword] = useState('');
  const [encoding, setEncoding] = useState('');
  const retry = async (): Promise<void> => {
    const given = { ...(password === '' ? {} : { password }), ...(encoding === '' ? {} : { encoding }) };
    if (await act(() => client.retryImport(runId, { positions: [file.position], ...given }))) onClose();
  };
  const isText = file.format === 'text' || file.format === 'web' || file.format === 'other';
  return (
    <Dialog open title={words.retryTitle(file.name)} onClose={onClose}>
      <form
        className={styles.retry}
        onSubmit={(event) => {
          event.preventDefault();
          void retry();
        }}
      >
        {file.problem !== null && (
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
