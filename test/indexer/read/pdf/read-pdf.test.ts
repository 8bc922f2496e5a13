/**
 * Gazettes printed to PDF in one, two and three columns, with running heads and page numbers, read back: the same
 * documents and provisions as from the text. The layout was tuned on the first three gazettes; the last two and the
 * three columns were kept apart and only ever run here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ParsedDocument, ParsedFile } from '../../../../indexer/model.ts';
import { parseBytes, parseText } from '../../../../indexer/pipeline.ts';
import { readPdf } from '../../../../indexer/read/pdf/read-pdf.ts';
import { writeTextPdf } from '../../../support/pdf-writer.ts';
import { type PageSetting, paragraphsOf, setPages } from '../../../support/printed-gazette.ts';

const GAZETTES = resolve(import.meta.dirname, '../../../fixtures/gazettes');
const HEAD = '某某市人民政府公报 2020年第18期';
const ONE: PageSetting = { columns: 1, size: 14, gutter: 0, leading: 24, runningHead: HEAD };
const TWO: PageSetting = { columns: 2, size: 10.5, gutter: 20, leading: 18, runningHead: HEAD };
const THREE: PageSetting = { columns: 3, size: 9, gutter: 14, leading: 15, runningHead: HEAD };

/** Of the provisions: those in lists of names whose wrapped rows only their blanks tell apart. */
const DIFFERENT = 0.03;

const facts = ({ title, number, type, writtenOn, issuers }: ParsedDocument) => ({
  title,
  number,
  type,
  writtenOn,
  issuers,
});
const squeeze = (text: string): string => text.replace(/\s/g, '');

describe.each(readdirSync(GAZETTES).sort())('%s', (name) => {
  let paragraphs: ReturnType<typeof paragraphsOf>;
  let original: ParsedFile;
  beforeAll(async () => {
    original = await parseBytes(readFileSync(resolve(GAZETTES, name)), name);
    paragraphs = original.documents.flatMap(paragraphsOf);
  });

  it.each([
    ['one column', ONE],
    ['two columns', TWO],
    ['three columns', THREE],
  ])('in %s gives the characters of the text in their order', async (_, setting) => {
    const read = await readPdf(writeTextPdf(setPages(paragraphs, setting)));
    const expected = paragraphs.map(({ text }) => text).join('');
    const furniture = new RegExp(`^(?:${HEAD}|— \\d+ —)$`);
    const found = read.lines.filter(({ text }) => !furniture.test(text)).map(({ text }) => text);
    expect(squeeze(found.join(''))).toBe(squeeze(expected));
  });

  it.each([
    ['one column', ONE],
    ['two columns', TWO],
  ])('in %s gives the documents and provisions of the text', async (_, setting) => {
    const { documents } = parseText(await readPdf(writeTextPdf(setPages(paragraphs, setting))));
    expect(documents.map(facts)).toEqual(original.documents.map(facts));
    const provisionsOf = (file: readonly ParsedDocument[]): string[] =>
      file.flatMap(({ provisions }) => provisions.map(({ text }) => squeeze(text)));
    const found = new Set(provisionsOf(documents));
    const lost = provisionsOf(original.documents).filter((text) => !found.has(text));
    expect(lost.length / provisionsOf(original.documents).length).toBeLessThanOrEqual(DIFFERENT);
  });
});
