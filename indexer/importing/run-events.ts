/** Tells those who follow a run how it goes: every file, the run as a whole at most ten times a second, and its end. */
import type { ImportEvent, ImportFile, ImportRun } from '../contract.ts';

const INTERVAL_MS = 100;
/** Summing up a hundred thousand files takes a while: it may take this part of the time. */
const SHARE = 0.05;
type Listener = (event: ImportEvent) => void;

export class RunEvents {
  readonly #read: (id: string) => ImportRun | null;
  readonly #listeners = new Map<string, Set<Listener>>();
  #timer: NodeJS.Timeout | null = null;
  #interval = INTERVAL_MS;

  /** `read` gives a run as it stands when it is told of. */
  constructor(read: (id: string) => ImportRun | null) {
    this.#read = read;
  }

  /** Calls back until the function that is returned is called. */
  follow(id: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  changed(id: string): void {
    if (!this.#listeners.has(id)) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const begun = performance.now();
      const run = this.#read(id);
      this.#interval = Math.max(INTERVAL_MS, (performance.now() - begun) / SHARE);
      if (run !== null) this.#tell(id, { event: 'run', data: run });
    }, this.#interval).unref();
  }

  /** The file is read only when somebody listens. */
  fileDone(id: string, read: () => ImportFile): void {
    if (!this.#listeners.has(id)) return;
    this.#tell(id, { event: 'file', data: read() });
    this.changed(id);
  }

  ended(run: ImportRun): void {
    this.close();
    this.#tell(run.id, { event: 'end', data: run });
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(id: string, event: ImportEvent): void {
    for (const listener of [...(this.#listeners.get(id) ?? [])]) listener(event);
  }
}
