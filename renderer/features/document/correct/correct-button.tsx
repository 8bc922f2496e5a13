/** 更正: opens the form that sets what is known of a document by hand. */
import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { DocumentView } from '../../../../indexer/contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { CorrectionForm } from './correction-form.tsx';

export function CorrectButton({ document }: { readonly document: DocumentView }) {
  const words = useWords().correct;
  const [open, setOpen] = useState(false);
  const changed = useRef(false);
  const close = (): void => {
    changed.current = false;
    setOpen(false);
  };
  const leave = (): void => {
    if (!changed.current) close();
    else if (window.confirm(words.leaveChanged)) close();
  };
  return (
    <>
      <Button type="text" size="small" icon={<EditOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog title={words.title} place="form-right" open={open} onClose={leave}>
        <CorrectionForm
          document={document}
          onChanged={(is) => {
            changed.current = is;
          }}
          onDone={close}
        />
      </Dialog>
    </>
  );
}
