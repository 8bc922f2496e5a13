import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, leftText, rightText } from '../../../indexer/compare/text-diff.ts';
import { segmentExact } from '../../../indexer/segment/segment.ts';

/** 有效期为[-三-]{+五+}年 */
const marked = (left: string, right: string): string =>
  diffTexts(left, right, segmentExact)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('diffTexts', () => {
  it.each([
    ['图片的地址大小', '图片的地址', '图片的地址[-大小-]', 'a word at the end'],
    ['有效期为三年', '有效期为五年', '有效期为[-三-]{+五+}年', 'a numeral alone, not the word it is part of'],
    ['有效期5年', '有效期3年', '有效期[-5-]{+3+}年', 'a digit alone'],
    ['依照第十二条处罚', '依照第十三条处罚', '依照第[-十二-]{+十三+}条处罚', 'a label in running text'],
    ['处百分之五的滞纳金', '处百分之十五的滞纳金', '处百分之[-五-]{+十五+}的滞纳金', 'a share'],
    ['统一管理', '一般管理', '[-统一-]{+一般+}管理', 'a numeral inside a word is no numeral'],
    ['潘𫖯某', '潘某某', '潘[-𫖯-]{+某+}某', 'one whole code point'],
    ['第一款，第二款', '第一款,第二款', '第一款,第二款', 'signs that differ in width only'],
    [
      '国防教育是基础。',
      '加强国防教育。\n国防教育是基础。',
      '{+加强国防教育。\n+}国防教育是基础。',
      'a whole paragraph, not its middle',
    ],
    ['不变', '不变', '不变', 'the same text'],
    ['', '新增', '{+新增+}', 'nothing before'],
    ['删去', '', '[-删去-]', 'nothing after'],
    ['', '', '', 'nothing at all'],
  ])('%s → %s', (left, right, expected) => {
    expect(marked(left, right)).toBe(expected);
  });

  it('draws a rewritten stretch in one piece, not as confetti round a lone 的', () => {
    const parts = diffTexts('由市城乡建设委员会的工作机构办理', '由区住房保障部门的信息平台办理', segmentExact);
    expect(parts.filter(({ kind }) => kind !== 'same').length).toBeLessThanOrEqual(4);
  });

  it('compares texts that share nothing in good time, sentence by sentence', () => {
    const text = (from: number) =>
      Array.from(
        { length: 6000 },
        (_, i) => String.fromCharCode(from + ((i * 7919) % 4000)) + (i % 40 === 39 ? '。' : ''),
      ).join('');
    const [left, right] = [text(0x4e00), text(0x6e00)];
    const parts = diffTexts(left, right, (run) => Array.from(run));
    expect(leftText(parts)).toBe(left);
    expect(rightText(parts)).toBe(right);
  });

  const words = fc.array(
    fc.constantFrom(
      '第',
      '三',
      '十二',
      '条',
      '年',
      '5',
      '12',
      '管理',
      '的',
      '，',
      '。',
      '\n',
      '𫖯',
      'BIM',
      '（',
      '(',
      ' ',
      '国',
      '國',
    ),
    { maxLength: 40 },
  );
  it('gives both texts back, character for character', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [left, right] = [a.join(''), b.join('')];
        const parts = diffTexts(left, right, segmentExact);
        expect(leftText(parts)).toBe(left);
        expect(rightText(parts)).toBe(right);
        for (const { text } of parts) expect(text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }),
    );
  });
});
