/** Everything that reading a text consists of: its paragraphs, the hits and the way through them, the outline and the place in it. */
import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ProvisionView } from '../../../indexer/contract.ts';
import type { Requested } from '../../service/requested.ts';
import { scrollToElement } from '../../ui/scroll-to-element.ts';
import { type DocumentHits, NO_HITS } from './hits.ts';
import { entryAt, type OutlineEntry, outlineOf } from './outline.ts';
import { provisionElementId } from './provision.tsx';
import { useHits, useProvisions } from './use-document.ts';
import { type HitNavigation, useHitNavigation } from './use-hit-navigation.ts';
import { usePlace } from './use-place.ts';
import { useWholeText } from './use-whole-text.ts';

export interface Reading {
  /** The words whose hits are marked, and the provision that the address asks for. */
  readonly q: string;
  readonly at: string | null;
  readonly answer: Requested<readonly ProvisionView[]>;
  /** Whether all of the text may be drawn, or only what the address asks for. */
  readonly whole: boolean;
  /** Null until they have arrived. */
  readonly provisions: readonly ProvisionView[] | null;
  readonly hits: DocumentHits;
  readonly hitsKnown: boolean;
  readonly navigation: HitNavigation;
  readonly entries: readonly OutlineEntry[];
  /** Ordinal of the provision that is being read; null before there is one. */
  readonly place: number | null;
  /** Id of the outline's entry that is being read. */
  readonly current: string | null;
  readonly find: (q: string) => void;
}

export function useReader(id: string): Reading {
  const [address, setAddress] = useSearchParams();
  const q = address.get('q') ?? '';
  const at = address.get('at');
  const answer = useProvisions(id);
  const provisions = answer.state === 'ready' ? answer.data : null;
  const hits = useHits(id, q);
  const sought = provisions?.find((provision) => provision.id === at) ?? null;
  const navigation = useHitNavigation(hits, sought?.ordinal ?? null);
  const entries = useMemo(() => outlineOf(provisions ?? []), [provisions]);
  const whole = useWholeText(provisions);
  const place = usePlace(whole ? provisions : null);

  const arrived = provisions !== null;
  useEffect(() => {
    if (arrived && at !== null) jumpToProvision(at);
  }, [arrived, at]);

  const find = (text: string): void => {
    navigation.follow();
    const next = new URLSearchParams(address);
    next.delete('at');
    if (text.trim() === '') next.delete('q');
    else next.set('q', text);
    setAddress(next, { replace: true, preventScrollReset: true });
  };
  const current = place === null ? null : (entryAt(entries, place)?.id ?? null);
  const hitsKnown = hits !== null;
  const found = hits ?? NO_HITS;
  return { q, at, answer, whole, provisions, hits: found, hitsKnown, navigation, entries, place, current, find };
}

export function jumpToProvision(id: string): void {
  scrollToElement(() => document.getElementById(provisionElementId(id)), 'start');
}
