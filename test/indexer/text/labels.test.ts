import { describe, expect, it } from 'vitest';
import { readLabel } from '../../../indexer/text/labels.ts';

describe('readLabel', () => {
  it.each([
    ['第一编 总则', 'part', '第一编', 1],
    ['第二分编 典型合同', 'subpart', '第二分编', 2],
    ['第二章规划与建设', 'chapter', '第二章', 2],
    ['第三节 监督', 'section', '第三节', 3],
    ['第六条 为…', 'article', '第六条', 6],
    ['第一百二十条之一 资助…', 'article', '第一百二十条之一', 120],
    ['第115条 …', 'article', '第115条', 115],
    ['一、总体要求', 'heading1', '一、', 1],
    ['（二十三）某路', 'heading2', '（二十三）', 23],
    ['（一）、加强', 'heading2', '（一）', 1],
    ['3.加强管理', 'heading3', '3.', 3],
    ['3、加强管理', 'heading3', '3.', 3],
    ['1.2020年7月1日至2022年6月30日', 'heading3', '1.', 1],
    ['（4）完善', 'heading4', '（4）', 4],
    ['③健全', 'heading5', '③', 3],
  ])('%s', (text, kind, label, value) => {
    expect(readLabel(text)).toMatchObject({ kind, text: label, value });
  });

  it.each(['1.5亿元', '一是加强领导', '2020年9月6日', '第二章的规定', '第三章规定的情形', '本办法第六条', '一方面'])(
    '%s begins with none',
    (text) => {
      expect(readLabel(text)).toBeNull();
    },
  );
});
