/**
 * Runs in a worker thread: a page of an original → its picture, or what OCR reads on it. Keeps the last original open,
 * because pages are asked for one after the other; what it loaded goes with the thread.
 */
import { readFile } from 'node:fs/promises';
import { AppError, type ErrorCode, type ErrorDetails } from '../errors.ts';
import { giveWay } from '../priority.ts';
import type { Bitmap } from '../read/image/bitmap.ts';
import { openRecogniser, type Recogniser } from '../read/ocr/recogniser.ts';
import { openPageSource, type PageSource } from '../read/page-source.ts';
import { toLine } from '../read/printed-line.ts';
import type { SourceLine } from '../read/read-text.ts';
import { encodePage, type PageImage } from './encode-page.ts';

export interface PageJob {
  readonly kind: 'image' | 'recognise';
  /** Path of the original. */
  readonly path: string;
  /** From 1. */
  readonly page: number;
  /** Pixels an inch. */
  readonly dpi: number;
  readonly password: string | null;
  /** Set to 1 when nobody waits for the answer any more. */
  readonly stop: Int32Array | null;
}

export type PageOutcome =
  | { readonly image: PageImage }
  | { readonly lines: readonly SourceLine[] }
  | { readonly failed: { readonly code: ErrorCode; readonly details: ErrorDetails } };

/** Threads for one page: the office PC has two cores, and searching goes on. */
const OCR_THREADS = 1;
/** A page of more pixels is made smaller before it is recognised: memory stays bounded. */
const LONGEST_SIDE = 2600;

let opened: { readonly path: string; readonly source: PageSource } | null = null;
let recogniser: Promise<Recogniser> | null = null;
let stop: Int32Array | null = null;
const isStopped = (): boolean => stop !== null && Atomics.load(stop, 0) === 1;

// biome-ignore lint/style/noDefaultExport: the pool calls the default export of its worker file
export default async function workOnPage(job: PageJob): Promise<PageOutcome> {
  stop = job.stop;
  try {
    if (isStopped()) throw new Error('Recognition was stopped');
    const source = await openSource(job);
    const bitmap = await source.render(job.page, job.dpi);
    return job.kind === 'image' ? { image: encodePage(bitmap) } : { lines: await recognise(bitmap, job.page) };
  } catch (error) {
    if (error instanceof AppError) return { failed: { code: error.code, details: error.details } };
    throw error;
  }
}

async function openSource({ path, password }: PageJob): Promise<PageSource> {
  if (opened?.path === path) return opened.source;
  opened?.source.close();
  opened = null;
  const source = await openPageSource(await readOriginal(path), password ?? undefined);
  opened = { path, source };
  return source;
}

async function readOriginal(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new AppError('file_unreadable', { reason: (cause as NodeJS.ErrnoException).code ?? 'EIO' }, { cause });
  }
}

async function recognise(bitmap: Bitmap, page: number): Promise<SourceLine[]> {
  // Opened only here: showing pages needs no models, and is waited for. Threads of the models are as low as this one.
  if (recogniser === null) giveWay();
  recogniser ??= openRecogniser({ threads: OCR_THREADS, isStopped });
  const printed = await (await recogniser).recognise(bitmap, LONGEST_SIDE);
  return printed.map((line, index) => toLine(line, index + 1, page));
}
