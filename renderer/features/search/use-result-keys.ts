/**
 * Moves between results by keys. The focus itself moves, from title to title, so that Enter, the screen reader and the ring
 * need nothing of ours: ↓ ↑ j k step, Esc returns to the box, and ↑ on the first result does too.
 */
import { SEARCH_BOX_ID } from '../../addresses.ts';
import { isPlain, isTyping } from '../../ui/keys.ts';
import { useWindowKey } from '../../ui/use-window-key.ts';

const RESULT = 'a[data-result]';
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Puts the focus on a result, by its place in the list; one before the first is the box. */
export function focusResult(index: number): void {
  const results = document.querySelectorAll<HTMLElement>(RESULT);
  const target = index < 0 ? document.getElementById(SEARCH_BOX_ID) : results[Math.min(index, results.length - 1)];
  target?.focus({ preventScroll: true });
  // All of the result, as far as it fits: its passages are what one looks at.
  (target?.closest('li[data-hit]') ?? target)?.scrollIntoView?.({ block: 'nearest' });
}

export function useResultKeys(): void {
  useWindowKey((event) => {
    if (!isPlain(event) || isTyping(event)) return;
    const current = focusedResult();
    const step = STEPS[event.key];
    if (event.key === 'Escape') focusResult(-1);
    else if (step === undefined) return;
    else if (current !== null) focusResult(current + step);
    // Arrow keys scroll the page as long as no result has the focus; the letters begin at the first one.
    else if (event.key === 'j') focusResult(0);
    else return;
    event.preventDefault();
  });
}

/** Place of the result that has the focus, on its title or anywhere within it. */
function focusedResult(): number | null {
  const within = document.activeElement?.closest('li[data-hit]')?.querySelector(RESULT);
  if (!within) return null;
  return [...document.querySelectorAll(RESULT)].indexOf(within);
}
