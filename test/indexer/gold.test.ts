/** The five gazettes, read by the whole pipeline, against what a librarian catalogued by hand (test/fixtures/gold). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Issue, ParsedDocument } from '../../indexer/model.ts';
import { parsePlain } from '../support/parse-plain.ts';

interface GoldDocument
  extends Pick<
    ParsedDocument,
    | 'title'
    | 'number'
    | 'issuers'
    | 'type'
    | 'addressee'
    | 'writtenOn'
    | 'printedOn'
    | 'effectiveOn'
    | 'expiresOn'
    | 'registration'
    | 'attached'
  > {
  readonly articles: number;
  readonly chapters: number;
  readonly level1: number;
  readonly begins: string;
  readonly ends: string;
}

interface Gold {
  readonly file: string;
  readonly issue: Issue | null;
  readonly documents: readonly GoldDocument[];
  readonly joins: readonly { readonly number: string; readonly text: string }[];
  readonly noise?: readonly string[];
}

const FIXTURES = join(import.meta.dirname, '../fixtures');
const FIELDS = [
  'title',
  'number',
  'issuers',
  'type',
  'addressee',
  'writtenOn',
  'printedOn',
  'effectiveOn',
  'expiresOn',
  'registration',
  'attached',
] as const;

/** Signs are compared without regard to their width, blanks not at all. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[«<]/g, '《')
    .replace(/[»>]/g, '》')
    .replace(/[“”‘’]/g, '"')
    .replace(/,/g, ',')
    .replace(/[.。]/g, '.')
    .replace(/[—–-]+/g, '-')
    .replace(/[[〔]/g, '(')
    .replace(/[\]〕]/g, ')')
    .replace(/\s/g, '');

const foldValue = (value: unknown): string => fold(JSON.stringify(value) ?? '').replace(/:"$/, '"');

const golds = readdirSync(join(FIXTURES, 'gold')).map(
  (name) => JSON.parse(readFileSync(join(FIXTURES, 'gold', name), 'utf8')) as Gold,
);

describe.each(golds)('$file', ({ file, issue, documents, joins, noise = [] }) => {
  const parsed = parsePlain(readFileSync(join(FIXTURES, 'gazettes', file)), file);
  const body = (number: string): string => {
    const document = parsed.documents.find((one) => one.number === number);
    return fold(`${document?.body ?? ''}${document?.title ?? ''}`);
  };

  it('has the issue that masthead and colophon name', () => {
    expect(parsed.issue).toEqual(issue);
  });

  it('has these documents in this order, and no others', () => {
    expect(parsed.documents.map(({ number }) => number)).toEqual(documents.map(({ number }) => number));
  });

  it.each(documents)('$number: every field, heading and bound', (gold) => {
    const document = parsed.documents.find(({ number }) => number === gold.number);
    if (document === undefined) throw new Error(`Expected a document ${gold.number}.`);
    for (const field of FIELDS) expect(foldValue(document[field]), field).toBe(foldValue(gold[field]));
    const count = (kind: string): number => document.provisions.filter((one) => one.kind === kind).length;
    expect([count('article'), count('chapter'), count('heading1')]).toEqual([
      gold.articles,
      gold.chapters,
      gold.level1,
    ]);
    expect(fold(document.body)).toContain(fold(gold.begins));
    expect(fold(document.body)).toContain(fold(gold.ends));
  });

  it.each(joins)('joins $text', ({ number, text }) => {
    expect(body(number)).toContain(fold(text));
  });

  it.each(noise.filter((text) => text.length >= 6))('keeps %s out of every body', (text) => {
    for (const document of parsed.documents) expect(fold(document.body)).not.toContain(fold(text));
  });
});
