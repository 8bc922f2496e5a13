/** Which source stands beside the text as it is printed: that is in the address, so that it can be linked and gone back from. */
import { useSearchParams } from 'react-router';
import type { DocumentView, SourceView } from '../../../indexer/contract.ts';
import { isPlain, isTyping } from '../../ui/keys.ts';
import { useWindowKey } from '../../ui/use-window-key.ts';

export interface Original {
  /** Null when none is shown. */
  readonly source: SourceView | null;
  /** Whether there is one to show. */
  readonly has: boolean;
  readonly show: (sourceId: string) => void;
  readonly toggle: () => void;
  readonly close: () => void;
}

export function useOriginal(document: DocumentView): Original {
  const [address, setAddress] = useSearchParams();
  const printed = document.sources.filter(({ pages }) => pages > 0);
  const wanted = address.get('original');
  const source = wanted === null ? null : (printed.find(({ id }) => id === wanted) ?? printed[0] ?? null);
  const set = (id: string | null): void => {
    const next = new URLSearchParams(address);
    if (id === null) next.delete('original');
    else next.set('original', id);
    setAddress(next, { replace: true, preventScrollReset: true });
  };
  const first = printed.find(({ leads }) => leads) ?? printed[0];
  const toggle = (): void => {
    if (source !== null) set(null);
    else if (first !== undefined) set(first.id);
  };
  useWindowKey((event) => {
    if (event.key.toLowerCase() !== 'o' || !isPlain(event) || isTyping(event)) return;
    toggle();
  });
  return { source, has: printed.length > 0, show: set, toggle, close: () => set(null) };
}
