import { describe, expect, it } from 'vitest';
import { findReferences } from '../../../indexer/citations/references.ts';
import { buildOutline } from '../../../indexer/outline/outline.ts';

/** A law of which the third article has a list and two further 款; the lines to test stand behind it. */
const LAW = [
  '第一章　总则',
  '第一条　为了加强管理，制定本条例。',
  '第二条　电梯使用单位应当登记。',
  '第三条　有下列情形之一的，责令改正：',
  '（一）未登记的；',
  '（二）有前项情形，拒不改正的。',
  '前款规定的罚款由市场监管部门决定。',
  '前两款规定的期限为十日。',
  '第二章　责任',
  '第四条　违反本条例第二条、第三条第一款第（二）项规定的，处罚款。',
];

function read(...lines: string[]) {
  const paragraphs = [...LAW, ...lines].map((text, at) => ({ text, lines: [at + 1, at + 1] as const, page: null }));
  const { provisions } = buildOutline(
    paragraphs.filter(({ text }) => text !== ''),
    new Set(),
  );
  return findReferences(provisions).map(({ text: words, targets }) => [
    words,
    targets.map((at) => provisions[at]?.path).join(' '),
  ]);
}
const OWN = [
  ['前项', '第三条第（一）项'],
  ['前款', '第三条'],
  ['前两款', '第三条 第三条第二款'],
  ['本条例第二条、第三条第一款第（二）项', '第二条 第三条第（二）项'],
];

describe('findReferences', () => {
  it('finds what a law says of its own clauses', () => {
    expect(read()).toEqual(OWN);
  });

  it.each([
    ['第五条　依照前条规定处罚。', [['前条', '第四条']], 'the article before'],
    ['第五条　依照前两条规定处罚。', [['前两条', '第三条 第四条']], 'two of them'],
    ['第五条　犯第三条第二款之罪的。', [['第三条第二款', '第三条第二款']], 'an article without 本条例'],
    ['第五条　第二条至第四条的规定适用。', [['第二条至第四条', '第二条 第三条 第四条']], 'a range'],
    ['第五条　本章规定适用。', [['本章', '第二章']], 'the chapter'],
    ['第五条　违反本条例第九十条的。', [['本条例第九十条', '']], 'an article that it does not have'],
    ['第五条　依照刑法第三条处罚。', [], 'the article of another law'],
    ['第五条　依照《某法》第三条处罚。', [], 'the article of a cited law'],
    ['第五条　本条例自公布之日起施行，本条约另有规定的除外。', [], '本条例 and 本条约 are no 本条'],
    ['第五条　不具备基本条件、当前项目未完成、提前款项已付的。', [], 'words that only look alike'],
    ['第五条　本章程由理事会通过。', [], '本章程 is no 本章'],
    ['', [], 'empty'],
  ])('%s', (line, expected, why) => {
    expect(read(line), why).toEqual([...OWN, ...expected]);
  });
});
