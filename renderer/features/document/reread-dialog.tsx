/** Reads a text again in the encoding that the reader names, where the guess made noise of it. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { SourceView, TextEncoding } from '../../../indexer/contract.ts';
import { importAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { asServiceError } from '../../service/requested.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormRow } from '../../ui/form-row.tsx';
import page from '../../ui/page.module.css';
import { useWords } from '../../words/use-words.ts';

const ENCODINGS: readonly TextEncoding[] = ['gb18030', 'utf-8', 'big5', 'utf-16le', 'utf-16be'];

interface RereadDialogProps {
  readonly source: SourceView;
  readonly onClose: () => void;
}

/** What became of it is shown on the page of the run. */
export function RereadDialog({ source, onClose }: RereadDialogProps) {
  const words = useWords().document.reread;
  const others = ENCODINGS.filter((encoding) => encoding !== source.encoding);
  const [encoding, setEncoding] = useState<TextEncoding | ''>(others[0] ?? '');
  const { asking, reread } = useReread(source.id);
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void reread(encoding === '' ? null : encoding);
        }}
      >
        <p>{words.lead}</p>
        <FormRow
          label={words.encoding}
          below={<p className={page.note}>{words.now((source.encoding ?? '').toUpperCase())}</p>}
        >
          {(id) => (
            <Select
              id={id}
              value={encoding}
              onChange={setEncoding}
              style={{ width: 200 }}
              options={[
                ...others.map((value) => ({ value, label: value.toUpperCase() })),
                { value: '' as const, label: words.auto },
              ]}
            />
          )}
        </FormRow>
        <div className={page.actions}>
          <Button htmlType="submit" type="primary" loading={asking}>
            {words.start}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function useReread(sourceId: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [asking, setAsking] = useState(false);
  const reread = async (encoding: TextEncoding | null): Promise<void> => {
    setAsking(true);
    try {
      const run = await client.reparse({ sources: [sourceId], encoding });
      // The document may read otherwise from now on.
      void queries.invalidateQueries();
      navigate(importAddress(run.id));
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
      setAsking(false);
    }
  };
  return { asking, reread };
}
