/** One gazette as different offices print and convert it: other digits, brackets, blanks and page marks; the same documents. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../indexer/model.ts';
import { parsePlain } from '../support/parse-plain.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const files = ['gazettes', 'layouts'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(FIXTURES, folder, name)),
);

const byLine =
  (change: (line: string, index: number) => readonly string[]) =>
  (text: string): string =>
    text.split('\n').flatMap(change).join('\n');
const HAN = '〇一二三四五六七八九';
const inHan = (n: number): string => {
  if (n < 10) return HAN[n] ?? '';
  const tens = n < 20 ? '' : (HAN[Math.floor(n / 10)] ?? '');
  return `${tens}十${n % 10 === 0 ? '' : HAN[n % 10]}`;
};
/** Signature dates in Han numerals, with this sign for 〇. */
const hanDates = (zero: string) =>
  byLine((line) => {
    const [, indent, year, month, day] = /^(\s*)(\d{4})年(\d{1,2})月(\d{1,2})日\s*$/.exec(line) ?? [];
    if (year === undefined) return [line];
    const spelled = [...year].map((digit) => HAN[Number(digit)]).join('');
    return [`${indent}${spelled.replaceAll('〇', zero)}年${inHan(Number(month))}月${inHan(Number(day))}日`];
  });
const FULL_WIDTH_OFFSET = 0xfee0;

const PRINTINGS: Readonly<Record<string, (text: string) => string>> = {
  'digits of full width': (text) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + FULL_WIDTH_OFFSET)),
  'blanks round the figures of dates': (text) => text.replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/g, '$1 年 $2 月 $3 日'),
  'dates in Han numerals': hanDates('○'),
  'dates with the letter O': hanDates('Ｏ'),
  'tabs and CRLF': (text) => text.replace(/^(?=.*\S)/gm, '\t').replaceAll('\n', '\r\n'),
  'no-break blanks': (text) => text.replaceAll(' ', '\u00a0').replaceAll('\u3000', '\u00a0\u00a0'),
  'no empty lines': byLine((line) => (line.trim() === '' ? [] : [line])),
  'an empty line behind each': byLine((line) => (line.trim() === '' ? [] : [line, ''])),
  'page numbers and running heads anywhere': byLine((line, index) =>
    index % 30 === 29 ? [line, `— ${Math.ceil(index / 30)} —`, '某某市人民政府公报 2029年第9期'] : [line],
  ),
};

const fieldsOf = ({ provisions, body, citations, topics, lines, repairs, evidence, ...fields }: ParsedDocument) =>
  fields;

describe.each(Object.entries(PRINTINGS))('%s', (_, print) => {
  it.each(files.map((file) => [basename(file), file]))('%s', (_name, file) => {
    const text = readFileSync(file, 'utf8');
    const [expected, printed] = [text, print(text)].map((one) => parsePlain(Buffer.from(one), 'a.txt').documents);
    const told = (documents: readonly ParsedDocument[] = []) =>
      documents.map((document) => ({ ...fieldsOf(document), problems: document.problems.map(({ code }) => code) }));
    expect(told(printed)).toEqual(told(expected));
  });
});
