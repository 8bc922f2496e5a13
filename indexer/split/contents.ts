/** The contents list of an issue: its rows, and where it ends. It checks the documents; it is never text. */
import type { CleanLine } from '../clean/clean.ts';
import { findDocumentNumbers, readNumberLine } from '../text/document-number.ts';
import { CONTENTS_HEAD, ENDS_SENTENCE, SECTION } from './patterns.ts';
import type { ContentsRow } from './split-document.ts';

/** A contents list stands near the beginning. */
const LATEST_START = 60;
const MOST_LINES = 400;
/** …（济政办发〔2020〕29号）（19） or … ……19 */
const ROW_END = /(?:[·.…\s—-]*[（(]?\s*(\d{1,4})\s*[）)]?)$/;
const PAGE_AT_END = /（\d{1,3}）$|(?:号）?|[…·.—-]{2,}|\S\s+|）)[·.…\s—-]*[（(]?(\d{1,4})[）)]?$/;

/** 某某市人民政府公报 目录, on top of the list's second page */
const RUNNING_HEAD = /^\p{Script=Han}{2,24}公报(?:\d{4}年第\d+期)?(?:目录)?$/u;
/** 政策解读：《…方案》解读 */
const PART = /^(?:政策解读|政策文件|部门文件|人事任免|大事记|图解)[：:]/;

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
    if (RUNNING_HEAD.test(text)) continue;
    const last = rows.at(-1);
    const number = pending.length === 0 && last?.number === null ? readNumberLine(bareNumber(text)) : null;
    if (last !== undefined && number !== null) {
      rows[rows.length - 1] = { ...last, number };
      end = i + 1;
      continue;
    }
    pending.push(text);
    if (!PAGE_AT_END.test(text) && !PAGE_AT_END.test(lines[i]?.spaced ?? '')) continue;
    rows.push(toRow(pending));
    pending = [];
    end = i + 1;
  }
  return { rows, end: rows.length === 0 ? 0 : end };
}

/** The number may stand in the title's line or on the next one; a part of the gazette may be named in front. */
function toRow(lines: readonly string[]): ContentsRow {
  const whole = lines.join('');
  const page = ROW_END.exec(whole)?.[1] ?? null;
  const below = lines.length > 1 ? readNumberLine(bareNumber(lines.at(-1) ?? '')) : null;
  const numbered = below !== null || /^[〔（(]\d{4}[〕）)]\d+号/.test(lines.at(-1) ?? '');
  const bare = numbered && lines.length > 1 ? lines.slice(0, -1).join('') : whole.replace(ROW_END, '');
  const found = below === null ? (findDocumentNumbers(bare).at(-1) ?? null) : null;
  // An order is listed by its number alone: that is its title here.
  const cut = found?.number.includes('〔') ? bare.slice(0, found.span.start) : bare;
  const title = cut.replace(/[（(·.…\s—-]+$/, '').replace(PART, '');
  return { title, number: below ?? found?.number ?? null, page: page === null ? null : Number(page) };
}

const bareNumber = (line: string): string => line.replace(ROW_END, '').replace(/^（(.*)）$/, '$1');
