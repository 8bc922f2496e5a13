/** Nothing that a file may hold makes the pipeline throw or hang. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../indexer/errors.ts';
import { parsePlain } from '../support/parse-plain.ts';

const parse = (text: string) => parsePlain(Buffer.from(text), 'a.txt');

describe('any bytes', () => {
  const parseSafely = (bytes: Uint8Array): void => {
    try {
      const { documents } = parsePlain(bytes, 'a.txt');
      for (const { body, provisions } of documents) {
        expect(provisions.map(({ text }) => text).join('\n')).toBe(body);
        for (const { span, text } of provisions) expect(body.slice(span.start, span.end)).toBe(text);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  };

  it('never throws on bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), parseSafely), { numRuns: 300 });
  });

  it('never throws on pieces of official language', () => {
    const piece = fc.constantFrom(
      ...[
        '第一条',
        '第二章',
        '（一）',
        '一、',
        '1.',
        '《',
        '》',
        '（',
        '）',
        '：',
        '。',
        '，',
        '\n',
        ' ',
        '附件',
        '抄送：',
      ],
      ...[
        '某市人民政府',
        '关于',
        '的通知',
        '某政发〔2020〕1号',
        '2020年1月1日',
        '印发',
        '目录',
        '……3',
        '令',
        '第3号',
        '"',
        '|',
      ],
    );
    const text = fc.array(piece, { maxLength: 120 }).map((pieces) => Buffer.from(pieces.join('')));
    fc.assert(fc.property(text, parseSafely), { numRuns: 500 });
  });
});

describe('long runs', () => {
  const LONG = 60_000;
  it.each([
    '（',
    '）',
    '《',
    '1',
    '第',
    ' ',
    '·',
    '—',
    '一',
    '"',
    '(',
    ',',
    '. ',
    'A ',
    '| ',
    '第一条',
    '〔2020〕',
    '市、',
    '\n',
    '【',
    '“',
    '\u3000',
    '&',
    '<',
    '\\',
    '附件：\n',
    '附件1\n',
    '……1\n',
    '（一）\n',
    '第一条 甲\n',
  ])(
    '%j, over and over, is read in linear time',
    (unit) => {
      const text = `某市人民政府关于某事的通知\n某政发〔2020〕1号\n${unit.repeat(LONG)}。\n`;
      expect(() => parse(text)).not.toThrow();
    },
    10_000,
  );

  const SENTENCE = '（一）市、县人民政府应当根据《城市绿化条例》（国务院令第100号）编制规划；';
  it.each([
    ['of one sign', '第'.repeat(1_700_000)],
    ['of quotes', '"'.repeat(2_000_000)],
    ['of points without a break', `${SENTENCE.repeat(40)}。`.repeat(1000)],
    ['of articles without a break', '第一条 本规定自公布之日起施行。'.repeat(100_000)],
  ])(
    'a single line %s, five million bytes long, is read in linear time',
    (_, line) => {
      expect(() => parse(`某市人民政府关于某事的通知\n某政发〔2020〕1号\n${line}\n`)).not.toThrow();
    },
    20_000,
  );
});
