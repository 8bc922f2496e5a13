/** The contents list of an issue: its rows, and where it ends. It checks the documents; it is never text. */
import type { CleanLine } from '../clean/clean.ts';
import { findDocumentNumbers } from '../text/document-number.ts';
import { CONTENTS_HEAD, ENDS_SENTENCE, SECTION } from './patterns.ts';
import type { ContentsRow } from './split-document.ts';

/** A contents list stands near the beginning. */
const LATEST_START = 60;
const MOST_LINES = 400;
/** …（济政办发〔2020〕29号）（19） or … ……19 */
const ROW_END = /(?:[·.…\s—-]*[（(]?\s*(\d{1,4})\s*[）)]?)$/;
const PAGE_AT_END = /（\d{1,3}）$|(?:号）?|[…·.—-]{2,}|\S\s+|）)[·.…\s—-]*[（(]?(\d{1,4})[）)]?$/;

export function readContents(lines: readonly CleanLine[]): { rows: ContentsRow[]; end: number } {
  const head = lines.findIndex(({ text }, index) => index < LATEST_START && CONTENTS_HEAD.test(text));
  if (head === -1) return { rows: [], end: 0 };
  const rows: ContentsRow[] = [];
  let pending: string[] = [];
  let end = head + 1;
  for (let i = head + 1; i < Math.min(lines.length, head + MOST_LINES); i += 1) {
    const text = lines[i]?.text ?? '';
    if (ENDS_SENTENCE.test(text) && !/）$/.test(text)) break;
    if (/^[【[].*[】\]]$/.test(text) || (pending.length === 0 && SECTION.test(text))) {
      pending = [];
      end = i + 1;
      continue;
    }
    pending.push(text);
    if (!PAGE_AT_END.test(text) && !PAGE_AT_END.test(lines[i]?.spaced ?? '')) continue;
    rows.push(toRow(pending.join('')));
    pending = [];
    end = i + 1;
  }
  return { rows, end: rows.length === 0 ? 0 : end };
}

function toRow(text: string): ContentsRow {
  const page = ROW_END.exec(text)?.[1] ?? null;
  const bare = text.replace(ROW_END, '');
  const number = findDocumentNumbers(bare).at(-1) ?? null;
  // An order is listed by its number alone: that is its title here.
  const cut = number?.number.includes('〔') ? bare.slice(0, number.span.start) : bare;
  const title = cut.replace(/[（(·.…\s—-]+$/, '');
  return { title, number: number?.number ?? null, page: page === null ? null : Number(page) };
}
