/** What a librarian should look at in a document that was cut out: where the contents list disagrees, and what is missing. */
import type { CleanLine } from '../clean/clean.ts';
import type { Problem } from '../model.ts';
import { readBrokenNumber, readNotedNumber } from '../text/document-number.ts';
import type { Head } from './head.ts';
import { APPOINTED_LIST } from './patterns.ts';
import type { ContentsRow, SplitDocument } from './split-document.ts';

/** From so many rows on a contents list is taken to be complete. */
const ROWS_OF_A_LIST = 3;

interface Printed {
  readonly head: Head;
  /** Those of the whole file, which `head` points into. */
  readonly lines: readonly CleanLine[];
  readonly contents: readonly ContentsRow[];
}

export function findComplaints(
  document: Omit<SplitDocument, 'problems'>,
  { head, lines, contents }: Printed,
): Problem[] {
  const line = document.lines[0];
  const problems: Problem[] = [];
  const complain = (code: string, message: string): void => {
    problems.push({ stage: 'split', code, message, line });
  };
  if (head.isOrder) return problems;
  const title = document.titleLines.map(({ text }) => text).join('');
  const row = document.contents;
  // An order is listed by its number, not by its title.
  const listed = row?.number?.includes('〔') === false ? '' : (row?.title ?? '');
  if (listed !== '' && !isSameTitle(words(listed), words(title)))
    complain('contents_title_differs', `目录所列标题“${listed}”与正文标题“${title}”不一致`);
  if (row?.number?.includes('〔') && head.number?.includes('〔') && row.number !== head.number)
    complain('contents_number_differs', `目录所列文号“${row.number}”与正文文号“${head.number}”不一致`);
  if (row === null && head.number?.includes('〔') && !isListed(title, contents))
    complain('not_in_contents', `目录中没有列出“${title}”（${head.number}）`);
  const number = head.numberLine === null ? '' : (lines[head.numberLine]?.text ?? '');
  if (readBrokenNumber(number) !== null) complain('number_malformed', `发文字号“${number}”写法有误，请核对原件`);
  const dated = document.adoptionNote.length > 0 || document.printNote !== null || readNotedNumber(number) !== null;
  // Minutes are not signed (GB/T 9704-2012 §10.3), nor are lists of appointments.
  const minutes = /纪要(?:〔\d{4}〕\d+号|第\d+期)$/.test(document.numberLine?.text ?? '') || APPOINTED_LIST.test(title);
  if (document.numberLine !== null && !minutes && document.signature.length === 0 && !dated)
    complain('no_signature', '没有找到落款与日期');
  if (document.carrier.length + document.content.length === 0) complain('no_text', '没有找到正文');
  return problems;
}

/** A short list is not taken to be complete. */
const isListed = (title: string, contents: readonly ContentsRow[]): boolean =>
  contents.length < ROWS_OF_A_LIST || contents.some((row) => isSameTitle(words(row.title), words(title)));

/** What the contents list has and the text has not. */
export function findMissing(contents: readonly ContentsRow[], documents: readonly SplitDocument[]): Problem[] {
  const found = new Set(documents.map((document) => document.contents));
  return contents
    .filter((row) => row.number !== null && !found.has(row))
    .map(({ title, number }) => ({
      stage: 'split',
      code: 'contents_without_document',
      message: `目录中的“${title}”（${number}）没有找到正文`,
      line: null,
    }));
}

/** A file that begins or ends in the middle of a document: its first text has no title, its last sentence no end. */
export function findCutOff(before: readonly CleanLine[], documents: readonly SplitDocument[]): Problem[] {
  const problems: Problem[] = [];
  const first = before.find(({ text }) => /。/.test(text));
  if (first !== undefined) {
    const message = `第一份公文之前有没有标题的文字，没有编入：“${first.text.slice(0, 20)}…”`;
    problems.push({ stage: 'split', code: 'text_before_first_document', message, line: first.line });
  }
  const last = documents.at(-1);
  const ending = last?.content.at(-1);
  if (last?.signature.length === 0 && last.printNote === null && ending !== undefined && /[，、]$/.test(ending.text)) {
    const message = `文件在一句话中间结束，后面可能有缺页：“…${ending.text.slice(-20)}”`;
    problems.push({ stage: 'split', code: 'cut_off', message, line: ending.lines[1] });
  }
  return problems;
}

/** A contents list may leave the issuer out, or the text may, under its masthead: 关于…的通知. */
function isSameTitle(listed: string, printed: string): boolean {
  const [short, long] = listed.length < printed.length ? [listed, printed] : [printed, listed];
  return short === long || (/^(?:关于|印发|转发|批转)/.test(short) && long.endsWith(short));
}

const words = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
