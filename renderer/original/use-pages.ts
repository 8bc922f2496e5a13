/** The pages of the original that a document is shown from. */
import type { PagesResponse } from '../../indexer/contract.ts';
import { client } from '../service/client.ts';
import { type Requested, useRequested } from '../service/requested.ts';

export function usePages(documentId: string, sourceId: string): Requested<PagesResponse> {
  return useRequested({
    key: ['pages', documentId, sourceId],
    ask: (signal) => client.pages(documentId, sourceId, signal),
  });
}
