/** One import as it goes, from the stream of events; asked for again and again where the stream fails. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ImportDetailResponse, ImportRun } from '../../../indexer/contract.ts';
import { client, importEventsAddress } from '../../service/client.ts';
import { type Requested, useRequested } from '../../service/requested.ts';
import { STATUS_KEY } from '../../service/use-status.ts';

const RUN_EVERY_MS = 1000;

export function useImportRun(id: string): Requested<ImportDetailResponse> {
  const queries = useQueryClient();
  const [streaming, setStreaming] = useState(false);
  const answer = useRequested({
    key: ['import', id],
    ask: (signal) => client.importRun(id, { offset: 0, limit: 1 }, signal),
    every: (data) => (data === undefined || data.run.finishedAt !== null || streaming ? false : RUN_EVERY_MS),
  });
  const going = answer.state === 'ready' && answer.data.run.finishedAt === null;

  useEffect(() => {
    if (!going) return;
    const keep = (event: Event): void => {
      setStreaming(true);
      // Our own service wrote it, from the contract's ImportRun.
      const run = JSON.parse((event as MessageEvent<string>).data) as ImportRun;
      queries.setQueryData<ImportDetailResponse>(['import', id], (before) => before && { ...before, run });
    };
    const events = new EventSource(importEventsAddress(id));
    events.addEventListener('run', keep);
    events.addEventListener('end', (event) => {
      keep(event);
      events.close();
      setStreaming(false);
      // The run too: an answer on its way may be older than the end.
      for (const queryKey of [['import', id], ['import-files', id], ['imports'], STATUS_KEY])
        void queries.invalidateQueries({ queryKey });
    });
    // EventSource connects again by itself; until it does, the run is asked for.
    events.addEventListener('error', () => setStreaming(false));
    return () => {
      events.close();
      setStreaming(false);
    };
  }, [going, id, queries]);
  return answer;
}
