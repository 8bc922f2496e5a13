/** Runs in the writer's thread: holds its connection to the catalogue while files come in. */
import { type CatalogueStore, openCatalogue } from '../catalogue/store.ts';
import { AppError, type Language } from '../errors.ts';
import { giveWay } from '../priority.ts';
import { RunLog } from './run-log.ts';
import { type Failure, type SettleJob, settle, toFailure } from './settle.ts';

export type WriterJob =
  | {
      readonly kind: 'settle';
      readonly library: { readonly file: string; readonly language: Language };
      readonly job: SettleJob;
    }
  | { readonly kind: 'release' };

export interface WriterOutcome {
  readonly failed: Failure | null;
}

let open: { readonly catalogue: CatalogueStore; readonly log: RunLog } | null = null;

// biome-ignore lint/style/noDefaultExport: the pool calls the default export of its worker file
export default function write(job: WriterJob): WriterOutcome {
  if (job.kind === 'release') {
    open?.catalogue.close();
    open = null;
    return { failed: null };
  }
  try {
    open ??= openLibrary(job.library);
    settle(open, job.job);
    return { failed: null };
  } catch (error) {
    if (error instanceof AppError) return { failed: toFailure(error) };
    throw error;
  }
}

function openLibrary({ file, language }: Extract<WriterJob, { kind: 'settle' }>['library']): NonNullable<typeof open> {
  giveWay();
  const catalogue = openCatalogue(file);
  // Nobody waits for this thread: it lets every change by hand go first.
  catalogue.database.exec('PRAGMA busy_timeout = 60000');
  return { catalogue, log: new RunLog(catalogue.database, language) };
}
