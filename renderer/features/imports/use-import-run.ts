/** One import as it goes: the run from the stream of events, the files by pages, both asked for again where the stream fails. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ImportDetailResponse, ImportFile, ImportFilter, ImportRun } from '../../../indexer/contract.ts';
import { client, importEventsAddress } from '../../service/client.ts';
import { type Requested, useRequested } from '../../service/requested.ts';
import { STATUS_KEY } from '../../service/use-status.ts';

const PAGE = 1000;
const FILES_EVERY_MS = 1500;
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
      for (const queryKey of [['import-files', id], ['imports'], STATUS_KEY])
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

/** All files of a run with an outcome (null: any), from as many pages as there are. */
export function useImportFiles(
  id: string,
  outcome: ImportFilter | null,
  going: boolean,
): Requested<readonly ImportFile[]> {
  return useRequested({
    key: ['import-files', id, outcome],
    ask: (signal) => allFiles(id, outcome, signal),
    keepPrevious: true,
    every: () => (going ? FILES_EVERY_MS : false),
  });
}

async function allFiles(id: string, outcome: ImportFilter | null, signal: AbortSignal): Promise<readonly ImportFile[]> {
  const files: ImportFile[] = [];
  for (;;) {
    const query = { offset: files.length, limit: PAGE, ...(outcome === null ? {} : { outcome }) };
    const page = await client.importRun(id, query, signal);
    files.push(...page.files);
    if (page.files.length === 0 || files.length >= page.total) return files;
  }
}
