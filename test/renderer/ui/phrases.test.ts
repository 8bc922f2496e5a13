import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrases } from '../../../renderer/ui/phrases.ts';

const cut = (text: string): string =>
  phrases(text)
    .map(([start, end]) => text.slice(start, end))
    .join('|');

describe('phrases', () => {
  it.each([
    ['关于印发济南市电梯办法的通知', /济南市/, 'a place stays whole'],
    ['关于印发《电梯办法》的通知', /\|《电梯/, 'a bracket opens with what it holds'],
    ['关于印发《电梯办法》的通知', /办法》的\|通知/, 'and closes with it'],
    [
      '关于适用《中华人民共和国行政诉讼法》若干问题的解释',
      /\|《中华人民共和国行政诉讼法》\|/,
      'a title in it stays whole',
    ],
    ['中华人民共和国刑法', /^中华人民共和国\|/, 'and so does the name of the state'],
    [`关于修改《${'某市'.repeat(30)}》的决定`, /某市\|某市/, 'a title that fits on no line does not'],
    ['', /^$/, 'nothing'],
  ])('%s', (text, expected, why) => {
    expect(cut(text), why).toMatch(expected);
  });

  it('leave nothing out of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          phrases(text)
            .map(([start, end]) => text.slice(start, end))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
