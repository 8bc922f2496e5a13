/** When two printings are one document, and what a document's id is. Pure. */
import { createHash } from 'node:crypto';
import type { ParsedDocument } from '../model.ts';
import { titleKey } from '../text/title-key.ts';

/** Texts that share this much of their shingles are one text with slips, not two. */
const SAME_TEXT = 0.8;
const SHINGLE = 6;
const MOST_SHINGLES = 3000;

/** Stable over libraries: number, title and date of the first printing decide. */
export function documentId(document: Pick<ParsedDocument, 'number' | 'title' | 'writtenOn'>, salt = ''): string {
  const identity = [document.number ?? '', titleKey(document.title), document.writtenOn ?? '', salt].join('|');
  return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}

/** Whether two bodies are the same text but for slips of printing and reading. */
export function isSameText(a: string, b: string): boolean {
  return similarity(a, b) >= SAME_TEXT;
}

/** Share of the shorter text's shingles that the longer has too; between 0 and 1. */
export function similarity(a: string, b: string): number {
  const [short, long] = [letters(a), letters(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short === long) return 1;
  if (short.length < SHINGLE || short.length * 2 < long.length) return 0;
  const known = new Set<string>();
  for (let i = 0; i + SHINGLE <= long.length; i += 1) known.add(long.slice(i, i + SHINGLE));
  const step = Math.max(1, Math.floor(short.length / MOST_SHINGLES));
  let shared = 0;
  let seen = 0;
  for (let i = 0; i + SHINGLE <= short.length; i += step) {
    seen += 1;
    if (known.has(short.slice(i, i + SHINGLE))) shared += 1;
  }
  return shared / seen;
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The better reading leads: fewer repairs, then the longer text. */
export function isBetterText(
  candidate: Pick<ParsedDocument, 'repairs' | 'body'>,
  current: { readonly repairs: number; readonly body: string },
): boolean {
  if (candidate.repairs !== current.repairs) return candidate.repairs < current.repairs;
  return letters(candidate.body).length > letters(current.body).length;
}
