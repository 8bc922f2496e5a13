/**
 * Twenty laws in two versions each, whose articles were put side by side by reading: what an article became, and what is new.
 * `1..5=2..6 7=8+9` says that 1 to 5 became 2 to 6 and that 7 was split; a number that is not named has no counterpart.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { align } from '../../../indexer/compare/align.ts';
import { heaviestRising } from '../../../indexer/compare/order.ts';
import { type Unit, unitsOf } from '../../../indexer/compare/units.ts';
import { parseBytes } from '../../../indexer/pipeline.ts';
import { readNumeral } from '../../../indexer/text/numerals.ts';

interface Judged {
  readonly title: string;
  readonly left: string;
  readonly right: string;
  readonly articles: readonly [number, number];
  readonly pairs: string;
}
interface Law {
  readonly title: string;
  readonly left: string;
  readonly right: string;
}

const FOLDER = join(import.meta.dirname, '../../fixtures/comparison');
const JUDGED = JSON.parse(readFileSync(join(FOLDER, 'judged.json'), 'utf8')) as Judged[];
const LAWS = JSON.parse(brotliDecompressSync(readFileSync(join(FOLDER, 'laws.json.br'))).toString()) as Law[];

async function readUnits(text: string): Promise<Unit[]> {
  const { documents } = await parseBytes(new TextEncoder().encode(text), 'law.md');
  return unitsOf(documents.flatMap(({ provisions }) => provisions));
}

const numberOf = ({ label }: Unit): string => String(readNumeral(/^第(.+?)条/.exec(label)?.[1] ?? ''));

/** 3..5=4..6 as 3=4, 4=5, 5=6. */
function linksOf(pairs: string): Set<string> {
  const links = new Set<string>();
  for (const pair of pairs.split(' ')) {
    const [left = '', right = ''] = pair.split('=');
    const [from, to] = left.split('..').map(Number);
    const [start] = right.split('..').map(Number);
    if (to === undefined) for (const one of right.split('+')) links.add(`${left}=${one}`);
    else for (let at = from ?? 0; at <= to; at += 1) links.add(`${at}=${at - (from ?? 0) + (start ?? 0)}`);
  }
  return links;
}

function linksFound(left: readonly Unit[], right: readonly Unit[]): Set<string> {
  const links = new Set<string>();
  for (const match of align(left, right)) {
    for (const l of match.left) {
      for (const r of match.right) {
        const [a, b] = [left[l], right[r]];
        if (a?.kind === 'article' && b?.kind === 'article') links.add(`${numberOf(a)}=${numberOf(b)}`);
      }
    }
  }
  return links;
}

/** Articles of one side whose counterparts are not those that were judged right. */
function wrongOf(side: 0 | 1, found: ReadonlySet<string>, judged: ReadonlySet<string>): string[] {
  const wrong = [...found].filter((link) => !judged.has(link));
  const missed = [...judged].filter((link) => !found.has(link));
  return [...new Set([...wrong, ...missed].map((link) => link.split('=')[side] ?? ''))];
}

describe('align', () => {
  it('puts the articles of twenty laws in two versions side by side, 98 of 100 as a reader does', async () => {
    let [articles, wrong] = [0, 0];
    const report: string[] = [];
    for (const { title, pairs, articles: counts } of JUDGED) {
      const law = LAWS.find((one) => one.title === title);
      const [left, right] = [await readUnits(law?.left ?? ''), await readUnits(law?.right ?? '')];
      expect([left, right].map((units) => units.filter(({ kind }) => kind === 'article').length)).toEqual(counts);
      const [found, judged] = [linksFound(left, right), linksOf(pairs)];
      const [a, b] = [wrongOf(0, found, judged), wrongOf(1, found, judged)];
      articles += counts[0] + counts[1];
      wrong += a.length + b.length;
      if (a.length + b.length > 0) report.push(`${title}: ${a.join()} → ${b.join()}`);
    }
    expect(JUDGED.length).toBe(20);
    expect(1 - wrong / articles, report.join('\n')).toBeGreaterThanOrEqual(0.98);
  }, 60_000);
});

describe('heaviestRising', () => {
  const pair = (left: number, right: number, weight = 1) => ({ left, right, weight });
  it.each([
    [[], []],
    [
      [pair(0, 0), pair(1, 1)],
      ['0-0', '1-1'],
    ],
    [
      [pair(0, 2), pair(1, 0), pair(2, 1)],
      ['1-0', '2-1'],
    ],
    [[pair(0, 2, 5), pair(1, 0), pair(2, 1)], ['0-2']],
    [
      [pair(0, 0), pair(0, 1), pair(1, 1)],
      ['0-0', '1-1'],
    ],
  ])('%j', (pairs, expected) => {
    expect(heaviestRising(pairs).map(({ left, right }) => `${left}-${right}`)).toEqual(expected);
  });
});
