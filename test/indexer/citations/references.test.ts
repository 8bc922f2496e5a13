import { describe, expect, it } from 'vitest';
import { findReferences } from '../../../indexer/citations/references.ts';
import { aBody } from '../../support/split-document.ts';

function read(text: string, path = '第六条第三款') {
  const [provision] = aBody(text).provisions;
  return provision === undefined ? [] : findReferences({ ...provision, path }).map((one) => [one.text, one.targets]);
}

describe('findReferences', () => {
  it.each([
    [
      '违反本条例第二十条、第二十一条第一款规定的',
      [['本条例第二十条、第二十一条第一款', ['第二十条', '第二十一条第一款']]],
      'own articles',
    ],
    ['有前款规定情形的', [['前款', ['第六条第二款']]], 'the paragraph before'],
    ['前两款规定的期限', [['前两款', ['第六条第一款', '第六条第二款']]], 'two paragraphs'],
    ['依照前条的规定', [['前条', ['第五条']]], 'the article before'],
    ['本条第一款所称', [['本条第一款', ['第六条第一款']]], 'this article'],
    ['本条例自2020年1月1日起施行，本条约另有规定的除外', [], '本条例 and 本条约 are no 本条'],
    ['本办法所称电梯', [], 'the document as a whole'],
    ['', [], 'empty'],
  ])('%s', (text, expected, why) => {
    expect(read(text), why).toEqual(expected);
  });
});
