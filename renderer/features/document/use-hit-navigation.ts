/** Goes through the hits by F3 and the buttons, and brings the one that is current into view. */
import { useEffect, useState } from 'react';
import { scrollToElement } from '../../ui/scroll-to-element.ts';
import { useWindowKey } from '../../ui/use-window-key.ts';
import { type DocumentHit, type DocumentHits, firstHit, stepHit } from './hits.ts';

export interface HitNavigation {
  readonly now: DocumentHit | null;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly step: (step: 1 | -1) => void;
}

export function useHitNavigation(hits: DocumentHits | null, at: number | null): HitNavigation {
  const [index, setIndex] = useState(0);
  // Set by a step, not by opening the page: a document opens where the address says.
  const [moved, setMoved] = useState(0);
  const count = hits?.list.length ?? 0;
  useEffect(() => setIndex(hits === null ? 0 : firstHit(hits, at)), [hits, at]);
  useEffect(() => {
    if (moved > 0) scrollToElement(() => document.querySelector('mark[data-now]'), 'center');
  }, [moved]);

  const step = (by: 1 | -1): void => {
    if (count === 0) return;
    setIndex(stepHit(index, by, count));
    setMoved(moved + 1);
  };
  useWindowKey((event) => {
    if (event.key !== 'F3' || count === 0) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });
  return { now: hits?.list[index] ?? null, index, count, step };
}
