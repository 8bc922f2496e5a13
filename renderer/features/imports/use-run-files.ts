/** The page of a run's files that is looked at; asked for again while the run goes and the page can still change. */
import type { ImportDetailResponse, ImportFile, ImportRun } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { type Requested, useRequested } from '../../service/requested.ts';
import { type FileChoice, mayChange, requestOf } from './file-choice.ts';

const EVERY_MS = 1500;
/** The service gives at most so many at once. */
const MOST = 1000;
const AT_WORK: ReadonlySet<ImportRun['state']> = new Set(['scanning', 'running', 'cancelling']);

export function useRunFiles(run: ImportRun, choice: FileChoice): Requested<ImportDetailResponse> {
  const request = requestOf(choice);
  return useRequested({
    key: ['import-files', run.id, request],
    ask: (signal) => client.importRun(run.id, request, signal),
    keepPrevious: true,
    every: (data) => (AT_WORK.has(run.state) && mayChange(data?.files ?? [], choice) ? EVERY_MS : false),
  });
}

/** All that failed, or those of one reason: asked for when something is done with them, never to be shown. */
export async function failedFiles(id: string, code?: string): Promise<readonly ImportFile[]> {
  const files: ImportFile[] = [];
  const chosen = { outcome: 'failed' as const, ...(code === undefined ? {} : { code }) };
  for (;;) {
    const page = await client.importRun(id, { ...chosen, offset: files.length, limit: MOST });
    files.push(...page.files);
    if (page.files.length === 0 || files.length >= page.total) return files;
  }
}
