/** Pages of placed text, as PDF and OFD give them → lines in reading order; pages without text of their own are told, for OCR to read. */
import { AppError, wordError } from '../errors.ts';
import type { Problem } from '../model.ts';
import { joinBrokenRow } from './layout/broken-rows.ts';
import { partFootnotes } from './layout/footnotes.ts';
import { layOutPage, type PageLayout } from './layout/page-layout.ts';
import type { PageText } from './layout/placed-text.ts';
import type { PrintedLine } from './layout/rows.ts';
import { TableHeads } from './layout/table-heads.ts';
import { turnBoxBack } from './layout/turned.ts';
import { judgePage } from './legible.ts';
import { toLine } from './printed-line.ts';
import type { ReadOptions, ReadText, SourceLine, SourcePage } from './read-text.ts';
import { scannedProblem } from './scanned.ts';

/** A file whose pages hold text at its places. */
export interface PagedText {
  readonly pages: number;
  /** Page from 1. Throws whatever a damaged page makes its reader throw. */
  readPage(page: number): Promise<PageText>;
}

export type ReadPages = Pick<ReadText, 'lines' | 'characters' | 'pages' | 'problems'>;

/** A file that claims more is made to exhaust us. */
const MOST_PAGES = 10_000;
const GUTTERS_KEPT = 6;
/** So many running heads and page numbers may stand between the parts of a table. */
const FURNITURE = 3;
/** Signs that hang in it move a gutter by so many points. */
const SAME_GUTTER = 10;
/** Pieces of a line that stand wide apart. */
const WIDE_BLANK = /\S\u3000/;

/**
 * Throws file_too_large for more pages than any volume has; a page that cannot be read is a problem of its own. Pages
 * without text take what OCR read on them.
 */
export async function readPages(file: PagedText, { recognised }: ReadOptions): Promise<ReadPages> {
  if (file.pages > MOST_PAGES)
    throw new AppError('file_too_large', { size: `${file.pages} 页`, limit: `${MOST_PAGES} 页` });
  const pages: SourcePage[] = [];
  const problems: Problem[] = [];
  const lines: SourceLine[] = [];
  const heads = new TableHeads();
  let gutters: readonly number[] = [];
  for (let page = 1; page <= file.pages; page += 1) {
    const text = await readPage(file, page, problems);
    const legibility = text === null ? 'blank' : await judgePage(text);
    const scanned = legibility === 'scan' || legibility === 'garbled';
    pages.push({ page, width: text?.width ?? 0, height: text?.height ?? 0, scanned });
    const found = recognised?.get(page);
    if (scanned && found !== undefined) {
      for (const line of found) lines.push({ ...line, page, line: lines.length + 1 });
    } else if (text !== null && legibility !== 'garbled') {
      const { quarters } = text;
      const [width, height] = quarters % 2 === 0 ? [text.width, text.height] : [text.height, text.width];
      const layout = await layOutWithTables(text, height, quarters === 0 ? gutters : []);
      // Left and right pages may have gutters of their own.
      if (quarters === 0 && layout.gutters.length > 0) gutters = [...layout.gutters, ...gutters].slice(0, GUTTERS_KEPT);
      const printed = takeBrokenRow(lines, heads.dropRepeated(layout.lines));
      const placed = printed.map((line) => ({
        ...line,
        box: turnBoxBack(line.box, { width, height, quarters }),
      }));
      const { text: own, footnotes: below } = partFootnotes(placed);
      const numbers = new Map(own.map((line, index) => [line, lines.length + 1 + index]));
      for (const line of own) lines.push(toLine(line, lines.length + 1, page));
      for (const { line, mark } of below) {
        const number = lines.length + 1;
        lines.push({ ...toLine(line, number, page), note: numbers.get(mark) ?? number });
      }
    }
  }
  problems.push(...scannedProblem(pages, recognised));
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return { lines, characters, pages, problems };
}

/** The rest of a row that the page before began goes to that row; gives the other lines of the page. */
function takeBrokenRow(lines: SourceLine[], printed: readonly PrintedLine[]): readonly PrintedLine[] {
  const first = printed.findIndex(({ row }) => row);
  const last = lines.findLastIndex(({ row, note }) => row === true && note === undefined);
  const [below, above] = [printed[first], lines[last]];
  if (below === undefined || above === undefined || first > FURNITURE || lines.length - 1 - last > FURNITURE)
    return printed;
  const joined = joinBrokenRow(above.text, below.text);
  if (joined === null) return printed;
  lines[last] = { ...above, text: joined };
  return printed.filter((line) => line !== below);
}

/** Rules are looked at where the print parts into cells or columns that the pages before did not have. */
async function layOutWithTables(text: PageText, height: number, known: readonly number[]): Promise<PageLayout> {
  const layout = layOutPage(text.fragments, height, known);
  const isNew = (gutter: number): boolean => !known.some((other) => Math.abs(other - gutter) < SAME_GUTTER);
  const isParted = layout.lines.some(({ row, text: line }) => row || WIDE_BLANK.test(line));
  if (text.drawing === undefined || !(isParted || layout.gutters.some(isNew))) return layout;
  const { rules } = await text.drawing();
  return rules.length === 0 ? layout : layOutPage(text.fragments, height, known, rules);
}

async function readPage(file: PagedText, page: number, problems: Problem[]): Promise<PageText | null> {
  try {
    return await file.readPage(page);
  } catch (cause) {
    const reason =
      cause instanceof AppError ? sentenceOf(cause) : cause instanceof Error ? cause.message : String(cause);
    problems.push({
      stage: 'read',
      code: 'page_damaged',
      message: `第 ${page} 页已损坏，未能读取：${reason}`,
      line: null,
    });
    return null;
  }
}

const sentenceOf = ({ code, details }: AppError): string => wordError(code, details, 'zh').sentence;
