/** Where documents begin and end, and what their parts are. */
import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../../indexer/clean/clean.ts';
import { splitDocuments } from '../../../indexer/split/split.ts';

const split = (text: string) =>
  splitDocuments(
    cleanLines(text.split('\n').map((line, index) => ({ text: line, line: index + 1, page: null }))).lines,
  );
const texts = (paragraphs: readonly { text: string }[]): string[] => paragraphs.map(({ text }) => text);

const HEAD = '某某市人民政府\n关于加强某事的通知\n某政发〔2021〕3号\n';
const TAIL = '某某市人民政府\n2021年3月4日\n';

describe('parts of a document', () => {
  it.each([
    ['中共海州市委办公厅海州市人民政', '府办公厅关于印发停车方案的通知'],
    ['海州市人民政府办公', '室关于印发停车方案的通知'],
  ])('reads a title whose column breaks the name of its body: %s / %s', (above, below) => {
    const before = '上文已经结束。\n海州市人民政府\n2021年2月3日\n';
    const { documents } = split(
      `${HEAD}各区:\n${before}${above}\n${below}\n海办发〔2021〕4号\n各区:\n现通知如下。\n${TAIL}`,
    );
    expect(documents.map(({ titleLines }) => texts(titleLines).join(''))).toContain(above + below);
  });

  it('tells addressee, text, signature, print note and notes apart', () => {
    const { documents } = split(
      `${HEAD}各区县人民政府,\n市政府各部门:\n现通知如下。\n${TAIL}(2021年3月5日印发)\n注:本文附件详见网站`,
    );
    expect(documents).toHaveLength(1);
    const [document] = documents;
    expect(document?.addressee?.text).toBe('各区县人民政府，市政府各部门：');
    expect(texts(document?.content ?? [])).toEqual(['现通知如下。']);
    expect(texts(document?.signature ?? [])).toEqual(['某某市人民政府', '2021年3月4日']);
    expect(document?.printNote?.text).toBe('（2021年3月5日印发）');
    expect(texts(document?.notes ?? [])).toEqual(['注：本文附件详见网站']);
  });

  it('parts an addressee that the text runs on from', () => {
    const [document] = split(`${HEAD}市园林局: 你局《请示》收悉。\n${TAIL}`).documents;
    expect(document?.addressee?.text).toBe('市园林局：');
    expect(texts(document?.content ?? [])).toEqual(['你局《请示》收悉。']);
  });

  it('reads signature and date in one line, and an annex run on behind them', () => {
    const [document] = split(
      `${HEAD}各区县人民政府:\n现公布名单。\n某某市人民政府2021年9月15日附件\n某某人才名单\n甲 某 某公司`,
    ).documents;
    expect(texts(document?.signature ?? [])).toEqual(['某某市人民政府2021年9月15日']);
    expect(texts(document?.attachedTitles ?? [])).toEqual(['某某人才名单']);
  });

  it('takes the registration number above the title to the document below', () => {
    const { documents } = split(`${HEAD}甲。\n${TAIL}ABCR-2021-0010007\n${HEAD.replace('3号', '4号')}乙。\n${TAIL}`);
    expect(documents.map(({ registrationLine }) => registrationLine)).toEqual([null, 'ABCR-2021-0010007']);
    expect(texts(documents[0]?.content ?? [])).toEqual(['甲。']);
  });

  it('leaves headings between documents and the colophon out', () => {
    const filler = '本段为正文。\n'.repeat(40);
    const { documents, back } = split(
      `${HEAD}${filler}${TAIL}【市政府办公厅文件】\n${HEAD.replace('3号', '4号')}${filler}${TAIL}《某某市人民政府公报》简介\n主管主办：某某市人民政府`,
    );
    expect(documents.map(({ lines }) => lines[1] - lines[0])).toEqual([44, 44]);
    expect(texts(back)).toEqual(['《某某市人民政府公报》简介', '主管主办：某某市人民政府']);
  });
});

describe('a file of one document', () => {
  it.each([
    [
      'a notice whose title the format marks',
      '# 某某市人民政府关于加强某事的通知\n\n各区县人民政府：\n\n现通知如下。\n\n某某市人民政府\n\n2021年3月4日',
      '各区县人民政府：',
      ['某某市人民政府', '2021年3月4日'],
    ],
    [
      'a notice that issues articles',
      '# 某某市人民政府关于印发某事管理办法的通知\n\n各区县人民政府：\n\n现印发。\n\n某某市人民政府\n\n2021年3月4日\n\n某事管理办法\n\n第一条 甲。\n\n第二条 乙。',
      '各区县人民政府：',
      ['某某市人民政府', '2021年3月4日'],
    ],
    ['a law', '# 某某市某事条例\n\n2020年1月2日某某市人大常委会通过\n\n第一条 甲。\n\n第二条 乙。', null, []],
    ['a marked title and any text', '# 某事记\n\n甲事。\n\n乙事。', null, []],
  ])('keeps the parts of %s', (_, text, addressee, signature) => {
    const { documents } = split(text);
    expect(documents).toHaveLength(1);
    expect(documents[0]?.addressee?.text ?? null).toBe(addressee);
    expect(texts(documents[0]?.signature ?? [])).toEqual(signature);
  });
});

describe('annexes', () => {
  it('do not take a line that only contains 代表 for a title', () => {
    const [document] = split(`${HEAD}甲。\n${TAIL}附件\n各单位代表参加\n评审会议的人员由主管部门确定。`).documents;
    expect(texts(document?.attachedTitles ?? [])).toEqual([]);
  });
});

describe('contents list', () => {
  const CONTENTS =
    '目 录\n【市政府文件】\n某某市人民政府关于加强某事的通知(某政发〔2021〕3号) (3)\n某某市人民政府关于他事的公告 (7)\n';

  it('finds a document without a number by its title, and is never text', () => {
    const { documents, contents } = split(
      `${CONTENTS}${HEAD}各区县人民政府:\n甲。\n${TAIL}某某市人民政府\n关于他事的公告\n乙事如下公告。\n${TAIL}`,
    );
    expect(contents.map(({ title, number, page }) => [title, number, page])).toEqual([
      ['某某市人民政府关于加强某事的通知', '某政发〔2021〕3号', 3],
      ['某某市人民政府关于他事的公告', null, 7],
    ]);
    expect(
      documents.map(({ numberLine, titleLines }) => [numberLine?.text ?? null, texts(titleLines).join('')]),
    ).toEqual([
      ['某政发〔2021〕3号', '某某市人民政府关于加强某事的通知'],
      [null, '某某市人民政府关于他事的公告'],
    ]);
  });

  it('complains of what the text has not, and of titles that differ', () => {
    const { problems, documents } = split(
      `${CONTENTS.replace('加强', '加快').replace('(7)', '(某政发〔2021〕9号) (7)')}${HEAD}各区县人民政府:\n甲。\n${TAIL}`,
    );
    expect(problems.map(({ code }) => code)).toEqual(['contents_without_document']);
    expect(documents[0]?.problems.map(({ code }) => code)).toEqual(['contents_title_differs']);
  });
});

describe('laws', () => {
  it('reads title, 题注 and text of a marked file, its title printed twice', () => {
    const { documents } = split(
      '# 某法\n\n2018年1月1日 某会通过\n\n<!-- INFO END -->\n\n某法\n\n法释〔2018〕1号\n\n## 第一章 总则\n\n第一条 甲。',
    );
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      numberLine: { text: '法释〔2018〕1号' },
      adoptionNote: [{ text: '2018年1月1日某会通过' }],
    });
    expect(texts(documents[0]?.content ?? [])).toEqual(['第一章总则', '第一条甲。']);
  });

  it('does not take a title that is printed again for a 题注', () => {
    const { documents } = split(
      '# 某会监督法\n\n某会\n\n监督法\n\n2018年1月1日 某会通过\n\n<!-- INFO END -->\n\n第一条 甲。',
    );
    expect(texts(documents[0]?.adoptionNote ?? [])).toEqual(['2018年1月1日某会通过']);
  });

  it('reads one in plain text, its contents list left out', () => {
    const { documents } = split(
      '某省某条例\n（2020年5月1日某省人大常委会通过）\n目 录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。',
    );
    expect(texts(documents[0]?.titleLines ?? [])).toEqual(['某省某条例']);
    expect(texts(documents[0]?.content ?? [])).toEqual(['第一章总则', '第一条甲。', '第二章附则', '第二条乙。']);
  });
});

describe('columns read as one', () => {
  it('puts a point back where its number belongs', () => {
    const source = `${HEAD}各区县人民政府:\n第八条 市有关部门对报送的申 (二)健全批前辅导机制。"项目管\n报材料进行初审。\n第十一条 强化服务。\n(一)实行帮办制。\n家"团队提供服务。\n第十二条 建立调度制度。\n${TAIL}`;
    const [document] = split(source).documents;
    expect(texts(document?.content ?? [])).toEqual([
      '第八条市有关部门对报送的申报材料进行初审。',
      '第十一条强化服务。',
      '（一）实行帮办制。',
      '（二）健全批前辅导机制。“项目管家”团队提供服务。',
      '第十二条建立调度制度。',
    ]);
    expect(document?.problems.map(({ code }) => code)).toEqual(['columns_parted']);
  });

  it.each([
    ['行政执法人员\n员、律师开展活动。支持行政执法人员、调解员。', '行政执法人员、律师'],
    ['保障饮用水\n水源安全。节约用水是义务。', '饮用水水源'],
    ['推动我们紧\n紧围绕中心。我们做。我们干。又紧围着。又紧围住。', '我们紧紧围绕'],
    ['我们默\n默奉献，默默奉献。我们做。我们干。', '我们默默奉献'],
  ])('drops a doubled character only where the words say so: %s', (source, expected) => {
    const [document] = split(`${HEAD}各区县人民政府:\n${source}\n${TAIL}`).documents;
    expect(texts(document?.content ?? []).join('')).toContain(expected);
  });
});
