/** `c` copies the clause that is being read, with its source: the one that has the focus, or else the one at the top. */
import type { ProvisionView } from '../../../indexer/contract.ts';
import { isPlain, isTyping } from '../../ui/keys.ts';
import { useWindowKey } from '../../ui/use-window-key.ts';
import { clauseAt } from './outline.ts';

export function useCopyKey(
  provisions: readonly ProvisionView[],
  place: number | null,
  copy: (provision: ProvisionView) => void,
): void {
  useWindowKey((event) => {
    if (event.key !== 'c' || !isPlain(event) || isTyping(event)) return;
    const focused = document.activeElement?.closest<HTMLElement>('[data-ordinal]')?.dataset.ordinal;
    const clause = clauseAt(provisions, focused === undefined ? place : Number(focused));
    if (clause === null) return;
    event.preventDefault();
    copy(clause);
  });
}
