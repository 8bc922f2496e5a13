/** What a document names, and how often each of its clauses is named; both come after the text, which does not wait for them. */
import { useMemo } from 'react';
import { client } from '../../../service/client.ts';
import { useRequested } from '../../../service/requested.ts';
import { type LinkSpan, linkSpans } from './link-spans.ts';

export interface Citing {
  readonly links: ReadonlyMap<string, readonly LinkSpan[]>;
  /** How many mentions other documents make of a provision, and the document itself. */
  readonly cited: ReadonlyMap<string, { readonly external: number; readonly internal: number }>;
}

const NOTHING: Citing = { links: new Map(), cited: new Map() };

export function useCiting(documentId: string): Citing {
  const out = useRequested({
    key: ['citations', documentId, 'links'],
    ask: (signal) => client.citations(documentId, { direction: 'out', internal: 'true', limit: 5000 }, signal),
  });
  const counts = useRequested({
    key: ['citations', documentId, 'cited-provisions'],
    ask: (signal) => client.citedProvisions(documentId, signal),
  });
  const citations = out.state === 'ready' ? out.data.citations : null;
  const provisions = counts.state === 'ready' ? counts.data.provisions : null;
  return useMemo(
    () => ({
      links: citations === null ? NOTHING.links : linkSpans(citations),
      cited: provisions === null ? NOTHING.cited : new Map(provisions.map((one) => [one.provisionId, one])),
    }),
    [citations, provisions],
  );
}
