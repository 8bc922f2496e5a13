/** What the document page asks the service for. */
import { useMemo } from 'react';
import type { DocumentView, ProvisionView } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { type Requested, useRequested } from '../../service/requested.ts';
import { type DocumentHits, hitsOf, NO_HITS } from './hits.ts';

export function useDocument(id: string): Requested<DocumentView> {
  return useRequested({ key: ['document', id], ask: (signal) => client.document(id, signal) });
}

export function useProvisions(id: string): Requested<readonly ProvisionView[]> {
  return useRequested({
    key: ['provisions', id],
    ask: async (signal) => (await client.provisions(id, signal)).provisions,
  });
}

/** Where the query occurs; the places before stay marked until the new ones are known. Null while nothing is known. */
export function useHits(id: string, q: string): DocumentHits | null {
  const text = q.trim();
  const answer = useRequested({
    key: ['matches', id, text],
    ask: (signal) => client.matches(id, text, signal),
    enabled: text !== '',
    keepPrevious: true,
  });
  const data = answer.state === 'ready' ? answer.data : null;
  return useMemo(() => {
    if (text === '') return NO_HITS;
    return data === null ? null : hitsOf(data);
  }, [text, data]);
}

export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
}

/** The documents before and behind this one in its issue. */
export function useNeighbours(document: DocumentView | null): Neighbours {
  const issue = document?.issue?.id ?? null;
  const answer = useRequested({
    key: ['issue', issue],
    ask: (signal) => client.issue(issue ?? '', signal),
    enabled: issue !== null,
  });
  if (issue === null || answer.state !== 'ready') return { previous: null, next: null };
  const ids = answer.data.documents.map(({ id }) => id);
  const place = ids.indexOf(document?.id ?? '');
  return place < 0
    ? { previous: null, next: null }
    : { previous: ids[place - 1] ?? null, next: ids[place + 1] ?? null };
}
