/**
 * Old office files → DOCX through LibreOffice. It takes seconds to start and a fraction of one for a file, so those that wait
 * at the same time go together; what it stumbles over is tried again alone, and each failure is that of its own file.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import { type OfficeFile, openSoffice } from './soffice.ts';

export interface LibreOffice {
  /** Throws file_damaged, file_too_large, or parse_failed when it takes too long. */
  convert(program: string, bytes: Uint8Array, suffix: string): Promise<Uint8Array>;
  /** Ends what is going on; what waits is rejected. */
  close(): Promise<void>;
}

interface Waiting extends OfficeFile {
  readonly program: string;
  readonly done: (converted: Uint8Array) => void;
  readonly failed: (failure: unknown) => void;
}

/** Of one call, however many files it is given. */
const MOST_MS = 120_000;
const MOST_FILES = 24;
const MOST_BYTES = 128 * 1024 * 1024;
/** Files that are read at the same time come within this. */
const GATHER_MS = 40;

export function openLibreOffice(mostMs = MOST_MS): LibreOffice {
  const soffice = openSoffice(mostMs);
  const queue: Waiting[] = [];
  let working: Promise<void> | null = null;
  let closed = false;

  async function workOff(): Promise<void> {
    while (queue.length > 0) {
      if (!closed) await pause(GATHER_MS);
      const batch = takeBatch(queue);
      try {
        await convertAll(batch);
      } catch (failure) {
        // Those that were answered before do not hear it.
        for (const { failed } of batch) failed(failure);
      }
    }
    working = null;
  }

  async function convertAll(batch: readonly Waiting[]): Promise<void> {
    const [first, ...rest] = batch;
    if (first === undefined) return;
    if (closed) throw new AppError('parse_failed', { reason: 'LibreOffice: closed' });
    const { results, endedWell, failure } = await soffice.call(first.program, batch);
    const missing = batch.filter((_one, at) => results[at] === null);
    for (const [at, { done, failed }] of batch.entries()) {
      const result = results[at];
      if (result instanceof AppError) failed(result);
      else if (result != null) done(result);
    }
    if (rest.length === 0) {
      if (missing.length > 0) first.failed(failure);
      return;
    }
    // By itself it passes over what it cannot read; otherwise the first without a result is what it stumbled over.
    for (const part of endedWell ? missing.map((one) => [one]) : [missing.slice(0, 1), missing.slice(1)])
      await convertAll(part);
  }

  return {
    convert(program, bytes, suffix) {
      return new Promise((done, failed) => {
        queue.push({ program, bytes, suffix, done, failed });
        working ??= workOff();
      });
    },
    async close() {
      closed = true;
      soffice.stop();
      await working;
      await soffice.remove();
    },
  };
}

/** Takes the first that go together: for one program, and not too many. */
function takeBatch(queue: Waiting[]): Waiting[] {
  let bytes = 0;
  const end = queue.findIndex((one, at) => {
    bytes += one.bytes.length;
    return at > 0 && (at >= MOST_FILES || bytes > MOST_BYTES || one.program !== queue[0]?.program);
  });
  return queue.splice(0, end === -1 ? queue.length : end);
}
