/** A short title says what a document is about. */
import { describe, expect, it } from 'vitest';
import { shortTitle } from '../../../../renderer/features/search/short-title.ts';

describe('a short title', () => {
  it.each([
    ['某某市人民政府办公厅关于印发某某市电梯办法的通知', '某某市电梯办法', 'what is issued'],
    ['某某市人民政府办公厅关于印发某某市电梯办法（试行）的通知', '某某市电梯办法（试行）', 'its end stays'],
    ['某某委办公厅印发《关于落实责任的实施意见》的通知', '关于落实责任的实施意见', 'a title in quotes'],
    ['某某市人民政府关于加快品牌建设的实施意见', '加快品牌建设的实施意见', 'what it concerns'],
    ['中华人民共和国行政处罚法', '中华人民共和国行政处罚法', 'a law'],
    ['关于任免的通知', '关于任免的通知', 'a title without issuer'],
    ['', '', 'none'],
  ])('of %s is %s (%s)', (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });
});
