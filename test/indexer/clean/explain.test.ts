/** Each repair inside a line, with its reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../../indexer/clean/clean.ts';
import { explainLine, explainLines } from '../../../indexer/clean/explain.ts';

describe('explainLine', () => {
  it.each([
    ['通知', '通　　知', [['space', '　　', '']]],
    [
      '某〔2020〕1号',
      '某[2020]1号',
      [
        ['bracket', '[', '〔'],
        ['bracket', ']', '〕'],
      ],
    ],
    [
      '《某法》',
      '«某法»',
      [
        ['bracket', '«', '《'],
        ['bracket', '»', '》'],
      ],
    ],
    ['是，否', '是,否', [['punctuation', ',', '，']]],
    ['1年', '１年', [['width', '１', '1']]],
    ['民生', '⺠生', [['radical', '⺠', '民']]],
    [
      '总则',
      '**总则**',
      [
        ['markup', '**', ''],
        ['markup', '**', ''],
      ],
    ],
    ['第一条', '&nbsp;第一条', [['escape', '&nbsp;', '']]],
    ['办法规定，执行', '办法[1]规定，执行', [['footnote', '[1]', '']]],
    ['总则', '总则', []],
    ['', '', []],
  ])('%s', (clean, source, expected) => {
    expect(explainLine(clean, source).map(({ reason, before, after }) => [reason, before, after])).toEqual(expected);
  });
});

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const files = ['gazettes', 'layouts'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder)).map((name) => join(FIXTURES, folder, name)),
);

it.each(files)('the source with its edits made is the clean text: %s', (file) => {
  const source = readFileSync(file, 'utf8').split(/\r?\n/);
  const clean = cleanLines(source.map((text, index) => ({ text, line: index + 1, page: null })));
  const edits = new Map<number, ReturnType<typeof explainLines>>();
  for (const edit of explainLines(clean)) edits.set(edit.line, [...(edits.get(edit.line) ?? []), edit]);
  for (const { text, line } of clean.lines) {
    const raw = source[line - 1] ?? '';
    let made = '';
    let done = 0;
    for (const { column, before, after } of edits.get(line) ?? []) {
      expect(raw.slice(column, column + before.length)).toBe(before);
      made += raw.slice(done, column) + after;
      done = column + before.length;
    }
    expect(made + raw.slice(done)).toBe(text);
  }
  expect(new Set([...clean.lines, ...clean.changes].map(({ line }) => line)).size).toBe(
    source.filter((line) => line.trim() !== '').length,
  );
});
