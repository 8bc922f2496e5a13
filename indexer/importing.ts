/** What an import promises; importing/ keeps it. */
import type { ImportEvent, ImportFile, ImportOutcome, ImportRun } from './contract.ts';

export interface Importer {
  /** Scans and imports files and folders; returns as soon as the run is recorded. */
  start(paths: readonly string[]): ImportRun;
  /** Takes up a run that a crash or a stop interrupted; null when there is none. */
  resume(): ImportRun | null;
  cancel(id: string): ImportRun | null;
  runs(): readonly ImportRun[];
  run(id: string): ImportRun | null;
  files(
    id: string,
    options: { offset: number; limit: number; outcome?: ImportOutcome | undefined },
  ): { files: readonly ImportFile[]; total: number };
  /** Calls back with every event of a run until the returned function is called. */
  follow(id: string, listener: (event: ImportEvent) => void): () => void;
  /** Resolves when the run has ended and the index has taken everything in. */
  finished(id: string): Promise<ImportRun>;
  close(): Promise<void>;
}
