/** Goes through the hits by F3 and the buttons, and brings the one that is current into view. */
import { useEffect, useRef, useState } from 'react';
import { scrollToElement } from '../../ui/scroll-to-element.ts';
import { useWindowKey } from '../../ui/use-window-key.ts';
import { type DocumentHit, type DocumentHits, firstHit, stepHit } from './hits.ts';

export interface HitNavigation {
  readonly now: DocumentHit | null;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly step: (step: 1 | -1) => void;
  /** From now on the first hit of other words is brought into view as well: they are typed by one who looks for them here. */
  readonly follow: () => void;
}

export function useHitNavigation(hits: DocumentHits | null, at: number | null): HitNavigation {
  const [index, setIndex] = useState(0);
  // Set by a step, not by opening the page: a document opens where the address says.
  const [moved, setMoved] = useState(0);
  const following = useRef(false);
  const count = hits?.list.length ?? 0;
  useEffect(() => setIndex(hits === null ? 0 : firstHit(hits, at)), [hits, at]);
  useEffect(() => {
    if (following.current && (hits?.list.length ?? 0) > 0) setMoved((times) => times + 1);
  }, [hits]);
  useEffect(() => {
    if (moved > 0) scrollToElement(() => document.querySelector('mark[data-now]'), 'center');
  }, [moved]);

  const step = (by: 1 | -1): void => {
    if (count === 0) return;
    // On a page opened at its top the first hit may be far below: then that is the one to go to.
    if (moved > 0 || isInView()) setIndex(stepHit(index, by, count));
    setMoved(moved + 1);
  };
  useWindowKey((event) => {
    if (event.key !== 'F3' || count === 0) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  const follow = (): void => {
    following.current = true;
  };
  return { now: hits?.list[index] ?? null, index, count, step, follow };
}

function isInView(): boolean {
  const mark = document.querySelector('mark[data-now]')?.getBoundingClientRect();
  return mark !== undefined && mark.bottom > 0 && mark.top < window.innerHeight;
}
