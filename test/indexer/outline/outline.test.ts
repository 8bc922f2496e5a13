import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumberingJumps } from '../../../indexer/outline/numbering.ts';
import { buildOutline } from '../../../indexer/outline/outline.ts';

const outline = (texts: readonly string[], title?: string) => {
  const paragraphs = texts.map((text, index) => ({ text, lines: [index + 1, index + 1] as const, page: null }));
  return buildOutline(paragraphs, new Set(paragraphs.filter(({ text }) => text === title)));
};

describe('laws', () => {
  const { provisions } = outline([
    '第一章总则',
    '第六条为了…，制定本条例。',
    '有下列情形之一的：',
    '（一）甲；',
    '1.子；',
    '（二）乙。',
    '前款规定的，从重处罚。',
    '第一百二十条之一资助…。',
  ]);

  it('addresses chapter, article, 款, 项 and 目', () => {
    expect(provisions.map(({ kind, path }) => [kind, path])).toEqual([
      ['chapter', '第一章'],
      ['article', '第六条'],
      ['paragraph', '第六条第二款'],
      ['item', '第六条第二款第（一）项'],
      ['subitem', '第六条第二款第（一）项第1目'],
      ['item', '第六条第二款第（二）项'],
      ['paragraph', '第六条第三款'],
      ['article', '第一百二十条之一'],
    ]);
  });

  it('counts an article with all its parts as one clause', () => {
    expect(provisions.map(({ clause }) => clause)).toEqual([0, 1, 1, 1, 1, 1, 1, 7]);
  });

  it('sets the label apart by one wide blank', () => {
    expect(provisions[1]?.text).toBe('第六条　为了…，制定本条例。');
  });
});

it('addresses the points of a notice, its attached text and its rows', () => {
  const { provisions } = outline(
    [
      '现印发给你们。',
      '某某方案',
      '一、总体要求',
      '坚持规划。',
      '（一）原则',
      '1.依法。',
      '二、名单',
      '甲 某局',
      '乙 某局',
      '丙 某局',
    ],
    '某某方案',
  );
  expect(provisions.map(({ kind, path, parent }) => [kind, path, parent])).toEqual([
    ['paragraph', '', null],
    ['title', '', null],
    ['heading1', '一', 1],
    ['paragraph', '一', 2],
    ['heading2', '一（一）', 2],
    ['heading3', '一（一）1', 4],
    ['heading1', '二', 1],
    ['table', '二', 6],
    ['table', '二', 6],
    ['table', '二', 6],
  ]);
});

it('gives the body back, each span its own text', () => {
  const line = fc.array(fc.constantFrom('第一条', '一、', '（一）', '1.', '甲', '。', '：', ' '), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const { body, provisions } = outline(lines.map((parts) => parts.join('')));
      expect(body).toBe(provisions.map(({ text }) => text).join('\n'));
      for (const { span, text } of provisions) expect(body.slice(span.start, span.end)).toBe(text);
      for (const { ordinal, parent, clause } of provisions)
        expect([(parent ?? -1) < ordinal, clause <= ordinal]).toEqual([true, true]);
    }),
  );
});

describe('findNumberingJumps', () => {
  it.each([
    [['（一）甲', '（二）乙', '（四）丁'], ['“（二）”之后是“（四）”']],
    [['一、甲', '1.子', '二、乙', '2.丑', '1.寅'], []],
    [['第十二条甲', '第十二条之一乙', '第十三条丙'], ['编号从“第十二条”开始']],
  ])('%j', (texts, messages) => {
    expect(findNumberingJumps(outline(texts).provisions).map(({ message }) => message)).toEqual(messages);
  });
});
