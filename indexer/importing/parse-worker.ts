/** Runs in a worker thread: bytes → what the pipeline read. An AppError crosses the border as its code and details. */
import { alignTexts } from '../aligning/align-texts.ts';
import { AppError, type ErrorCode, type ErrorDetails } from '../errors.ts';
import type { ParsedFile, Provision } from '../model.ts';
import { parseBytes } from '../pipeline.ts';
import { giveWay } from '../priority.ts';
import type { ReadOptions } from '../read/read-text.ts';
import { readSidecar } from '../sidecar/read-sidecar.ts';
import type { SidecarOutcome } from '../sidecar/sidecar-pool.ts';

export interface ParseJob {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly options: ReadOptions;
}

export type ParseOutcome =
  | { readonly parsed: ParsedFile }
  | { readonly failed: { readonly code: ErrorCode; readonly details: ErrorDetails } };

/** A thread that parses gives way; one that compares, for which somebody waits, does not. */
let givesWay = false;

// biome-ignore lint/style/noDefaultExport: the pool calls the default export of its worker file
export default async function parseInWorker({ bytes, fileName, options }: ParseJob): Promise<ParseOutcome> {
  if (!givesWay) giveWay();
  givesWay = true;
  try {
    return { parsed: withoutPieces(await parseBytes(bytes, fileName, options)) };
  } catch (error) {
    if (error instanceof AppError) return { failed: { code: error.code, details: error.details } };
    throw error;
  }
}

/** Where each character was printed is more numbers than there are characters, and nobody behind the border asks for it. */
function withoutPieces(parsed: ParsedFile): ParsedFile {
  const documents = parsed.documents.map((document) => ({
    ...document,
    provisions: document.provisions.map(({ pieces: _, ...provision }): Provision => provision),
  }));
  return { ...parsed, documents };
}

/** The same worker file serves comparisons, by this name. */
export const align = alignTexts;

/** It also reads tables of metadata, by this name. */
export async function sidecar(bytes: Uint8Array): Promise<SidecarOutcome> {
  try {
    return { sidecar: await readSidecar(bytes) };
  } catch (error) {
    if (error instanceof AppError) return { failed: { code: error.code, details: error.details } };
    throw error;
  }
}
