/** The help that `?` opens: every key that does something. */
import { Modal } from 'antd';
import { useWords } from '../words/use-words.ts';
import { ShortcutList } from './shortcut-list.tsx';

export function Shortcuts({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Modal title={words.shortcuts.title} open={open} onCancel={onClose} footer={null} width={460} destroyOnHidden>
      <ShortcutList />
    </Modal>
  );
}
