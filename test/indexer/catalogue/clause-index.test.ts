import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  clauseSets,
  clausesMatching,
  type IndexedDocument,
  phraseQuery,
  removeClauses,
  writeClauses,
} from '../../../indexer/catalogue/clause-index.ts';
import { type Database, openDatabase } from '../../../indexer/catalogue/database.ts';
import { foldText } from '../../../indexer/text/fold.ts';
import { cutsRun } from '../../../indexer/text/grams.ts';

/** A document whose paragraphs are its clauses. */
function aDocument(key: number, paragraphs: readonly string[], title = ''): IndexedDocument {
  let at = 0;
  const provisions = paragraphs.map((text, ordinal) => {
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    return { ordinal, clause: ordinal, span };
  });
  return {
    key,
    title,
    attached: [],
    number: null,
    registration: null,
    issuers: [],
    body: paragraphs.join('\n'),
    provisions,
  };
}

const matching = (database: Database, phrase: string): number[] => [
  ...clausesMatching(database, phraseQuery(phrase) ?? '""'),
];

describe('the clause index', () => {
  it.each<[phrase: string, texts: string[], found: number[], why: string]>([
    ['农业', ['中国人民银行', '中国农业银行', '中国农业发展银行'], [1, 2], 'a word inside a compound'],
    ['发展银行', ['中国农业银行', '中国农业发展银行'], [1], 'over a word boundary'],
    ['罚', ['予以处罚', '罚款', '发'], [0, 1], 'one character, first or last'],
    ['第二条', ['第十二条 甲', '第二条 乙', '第二十二条 丙'], [1], 'an article number is a number'],
    ['37号', ['国发〔2018〕137号', '国发〔2018〕37号'], [1], 'a serial is a number'],
    ['2024', ['2024年', '2025年', '12024'], [0], 'digits are whole'],
    ['国发〔2018〕1号', ['国发[2018]1号', '国发〔2018〕10号'], [0], 'brackets fold, serials do not'],
    ['双随机、一公开', ['双随机、一公开', '双随机，一公开', '双随机一公开'], [0], 'signs count'],
    ['信易+', ['“信易＋”', '信易批'], [0], 'a sign at the end'],
    ['BIM技术', ['推广ＢＩＭ技术', 'BIM 技术', 'ABIM技术'], [0, 1], 'Latin words are whole, blanks are nothing'],
    ['數字政府', ['数字政府', '数字化政府'], [0], 'traditional'],
    ['年10月', ['本年10月', '2020年10月', '年11月'], [0, 1], 'one character before digits'],
    ['景点', ['景点', '经典'], [0], 'homophones are strangers'],
    ['𠮷野', ['𠮷野家', '吉野'], [0], 'characters of two units'],
    ['——', ['一九——二〇', '一九'], [0], 'nothing but signs'],
  ])('%s in %j → %j (%s)', (phrase, texts, found) => {
    const database = openDatabase(':memory:');
    writeClauses(database, aDocument(1, texts));
    expect(matching(database, phrase).map((key) => key - 2)).toEqual(found);
  });

  it('does not find a phrase over the border of two paragraphs of a clause', () => {
    const database = openDatabase(':memory:');
    const document = aDocument(1, ['有下列情形之一的', '的士']);
    writeClauses(database, { ...document, provisions: document.provisions.map((one) => ({ ...one, clause: 0 })) });
    expect(matching(database, '一的的士')).toEqual([]);
    expect(matching(database, '的士')).toHaveLength(1);
  });

  it('looks in titles alone when asked to', () => {
    const database = openDatabase(':memory:');
    writeClauses(database, aDocument(1, ['消防安全'], '关于文物安全的意见'));
    expect([...clausesMatching(database, phraseQuery('安全', 'title') ?? '')]).toEqual([1]);
    expect([...clausesMatching(database, phraseQuery('安全', 'text') ?? '')]).toEqual([2]);
  });

  it('forgets a removed document and never gives its keys again', () => {
    const database = openDatabase(':memory:');
    writeClauses(database, aDocument(1, ['废止', '施行']));
    removeClauses(database, 1);
    removeClauses(database, 7);
    expect(matching(database, '废止')).toEqual([]);
    writeClauses(database, aDocument(1, ['同时废止']));
    expect(matching(database, '废止')).toEqual([5]);
    expect(clauseSets(database)).toEqual([{ documentKey: 1, firstKey: 4, spans: Int32Array.of(0, 0, 4) }]);
  });
});

describe('completeness on the gazettes', () => {
  const folder = 'test/fixtures/gazettes';
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8').split(/\r?\n/).filter(Boolean));
  const database = openDatabase(':memory:');
  const paragraphs: string[] = [];
  beforeAll(() => {
    texts.forEach((lines, i) => {
      writeClauses(database, aDocument(i + 1, lines));
      // One empty place for the head of each document, so that places are keys.
      paragraphs.push('', ...lines);
    });
  });
  /** A blank parts two Han characters or two numbers; elsewhere it is nothing. */
  const compact = (text: string): string =>
    foldText(text)
      .replace(/ +/g, ' ')
      .replace(/(?<=\P{Script=Han}) (?=\D)|(?<=\D) (?=\P{Script=Han})|^ | $/gu, '');

  it('finds every occurrence of any run of 2–30 characters and nothing else', () => {
    const scanned = paragraphs.map(compact);
    const run = fc
      .tuple(fc.nat({ max: paragraphs.length - 1 }), fc.nat(), fc.integer({ min: 2, max: 30 }))
      .map(([place, from, length]) => {
        const text = scanned[place] ?? '';
        const start = from % Math.max(1, text.length);
        return { text, start, end: Math.min(text.length, start + length) };
      })
      // Latin is compared as whole words, which joining by blanks would blur.
      .filter(({ text, start, end }) => end - start >= 2 && !cutsRun(text, start) && !cutsRun(text, end))
      .map(({ text, start, end }) => text.slice(start, end))
      .filter((text) => !/[a-z—…～·]|^ | $/.test(text))
      // Half a character is nothing that anybody can ask for.
      .filter((text) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text));
    fc.assert(
      fc.property(run, (phrase) => {
        const truth = scanned.flatMap((text, place) => (occursWhole(text, phrase) ? [place + 1] : []));
        expect(matching(database, phrase), phrase).toEqual(truth);
      }),
      { numRuns: 300 },
    );
  });

  function occursWhole(text: string, phrase: string): boolean {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      if (!cutsRun(text, at) && !cutsRun(text, at + phrase.length)) return true;
    return false;
  }
});
