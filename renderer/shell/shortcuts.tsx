/** The help that `?` opens: every key that does something. */
import { Dialog } from '../ui/dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { ShortcutList } from './shortcut-list.tsx';

export function Shortcuts({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words.shortcuts.title} open={open} onClose={onClose}>
      <ShortcutList />
    </Dialog>
  );
}
