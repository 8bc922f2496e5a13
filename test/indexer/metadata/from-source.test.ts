/** What a page's table or a file's properties say beside the text: taken where the text is silent, held against it else. */
import { describe, expect, it } from 'vitest';
import { describeFromSource } from '../../../indexer/metadata/from-source.ts';
import type { ParsedDocument } from '../../../indexer/model.ts';
import { parseBytes } from '../../../indexer/pipeline.ts';
import type { SourceMetadata } from '../../../indexer/read/read-text.ts';
import { aParsedDocument } from '../../support/builders.ts';

const TITLE = '东湾市人民政府办公厅关于进一步加强城市生活垃圾分类管理工作的通知';
const BODY = `<p>各区、县人民政府，市政府各部门：</p>
<p>为进一步加强城市生活垃圾分类管理工作，改善人居环境，经市政府同意，现就有关事项通知如下。</p>
<p>一、总体要求</p><p>坚持政府推动、全民参与，逐步建立分类投放、分类收集、分类运输、分类处理的生活垃圾处理系统。</p>
<p>二、保障措施</p><p>各区、县人民政府要加强组织领导，落实资金保障。本通知自印发之日起施行，有效期5年。</p>`;
const rows = (fields: Readonly<Record<string, string>>): string =>
  `<table>${Object.entries(fields)
    .map(([name, value]) => `<tr><td>${name}：</td><td>${value}</td></tr>`)
    .join('')}</table>`;
const TABLE = {
  '索 引 号': '000014349/2020-00012',
  主题分类: '城乡建设、环境保护\\环境监测、保护与治理',
  发文机关: '东湾市人民政府办公厅',
  成文日期: '2020年01月06日',
  '标　　题': TITLE,
  发文字号: '东政办发〔2020〕3号',
  发布日期: '2020年01月10日',
};
const parse = (fields: Readonly<Record<string, string>>, body: string) =>
  parseBytes(
    Buffer.from(`<html><body>${rows(fields)}<h1>页</h1><div id="UCAP-CONTENT">${body}</div></body></html>`),
    'a.html',
  );

describe('a page of a government site', () => {
  it('gives the fields that its text lacks, and dates that follow from them', async () => {
    const { documents } = await parse(TABLE, `<p>${TITLE}</p>${BODY}`);
    expect(documents).toMatchObject([
      {
        number: '东政办发〔2020〕3号',
        writtenOn: '2020-01-06',
        effectiveOn: '2020-01-06',
        expiresOn: '2025-01-05',
        topics: [{ subject: '城乡建设、环境保护', second: '环境监测、保护与治理', score: 1 }],
        evidence: {
          number: '网页信息表：发文字号 东政办发〔2020〕3号',
          writtenOn: '网页信息表：成文日期 2020-01-06',
          effectiveOn: '自印发之日起施行',
        },
        problems: [],
      },
    ]);
  });

  it.each([
    ['an addressee first', BODY],
    ['articles first', '<p>第一条 为了加强管理，制定本办法。</p><p>第二条 本办法适用于本市。</p>'.repeat(3)],
    ['a signature at its end', `${BODY}<p>东湾市人民政府办公厅</p><p>2020年1月6日</p>`],
    ['only prose', '<p>经市政府同意，现就加强城市生活垃圾分类管理工作的有关事项予以明确，请遵照执行。</p>'],
  ])('gives the title that is not printed in the text: %s', async (_, body) => {
    const { documents, problems } = await parse(TABLE, body);
    expect(documents).toMatchObject([{ title: TITLE, number: '东政办发〔2020〕3号', type: '通知', problems: [] }]);
    expect(documents[0]?.evidence.title).toBe(`网页信息表：标题 ${TITLE}`);
    expect(problems).toEqual([]);
  });

  it('does not make a document of a page without number and issuer', async () => {
    const { documents } = await parse(
      { 标题: '市长调研城市管理工作', 发布日期: '2020-01-06' },
      '<p>1月6日，天气晴。</p>',
    );
    expect(documents).toEqual([]);
  });

  it('tells of both when table and text differ, and keeps to the text', async () => {
    const text = `<p>${TITLE}</p><p>东政办发〔2020〕8号</p>${BODY}<p>东湾市人民政府办公厅</p><p>2020年1月7日</p>`;
    const [document] = (await parse(TABLE, text)).documents;
    expect(document).toMatchObject({ number: '东政办发〔2020〕8号', writtenOn: '2020-01-07' });
    expect(document?.problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'metadata_differs',
        '发文字号不一致：正文为“东政办发〔2020〕8号”，网页信息表为“东政办发〔2020〕3号”；已采用正文，请核对',
      ],
      ['metadata_differs', '成文日期不一致：正文为“2020-01-07”，网页信息表为“2020-01-06”；已采用正文，请核对'],
    ]);
  });

  it('is left alone when it holds a gazette of several documents', async () => {
    const issue = ['一', '二']
      .map(
        (n) =>
          `<p>${TITLE}（${n}）</p><p>东政办发〔2021〕${n === '一' ? 4 : 5}号</p>${BODY}<p>东湾市人民政府办公厅</p><p>2021年3月4日</p>`,
      )
      .join('');
    const { documents } = await parse(TABLE, issue);
    expect(documents.map(({ number }) => number)).toEqual(['东政办发〔2021〕4号', '东政办发〔2021〕5号']);
    expect(documents.flatMap(({ problems }) => problems.filter(({ code }) => code === 'metadata_differs'))).toEqual([]);
  });

  it('is not believed when it names another document', async () => {
    const other = { ...TABLE, 标题: '东湾市人民政府关于公布2019年度行政许可事项目录的公告' };
    const { '标　　题': _, ...fields } = other;
    const [document] = (await parse(fields, `<p>${TITLE}</p>${BODY}`)).documents;
    expect(document).toMatchObject({ title: TITLE, number: null, problems: [{ code: 'metadata_differs' }] });
  });
});

describe('what counts as the same', () => {
  const document: ParsedDocument = aParsedDocument({
    title: '某市人民政府关于加强管理的通知',
    number: '中华人民共和国国务院令第711号',
    issuers: ['某市人民政府办公厅'],
    type: '通知',
  });
  it.each<[string, SourceMetadata, string[]]>([
    ['a shortened body', { issuers: ['市政府办公厅'] }, []],
    ['a longer name in traditional characters', { issuers: ['東灣某市人民政府辦公廳'] }, []],
    ['another body', { issuers: ['某市财政局'] }, ['metadata_differs']],
    ['a shortened order', { number: '国令第711号' }, []],
    ['another order', { number: '国令第712号' }, ['metadata_differs']],
    ['a title without its issuer', { title: '关于加强管理的通知' }, []],
    ['a repealed document', { standing: '已废止' }, ['metadata_standing']],
    ['one in force', { standing: '有效' }, []],
    ['nothing', {}, []],
  ])('%s', (_, source, codes) => {
    const { problems } = describeFromSource(document, { ...source, stated: true });
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('properties of a file', () => {
  const silent = aParsedDocument({ title: '', number: null, issuers: [], writtenOn: null });
  it.each<[string, SourceMetadata, string]>([
    ['an official title', { title: '某市关于加强城市管理工作的通知' }, '某市关于加强城市管理工作的通知'],
    ['文档1', { title: '文档1' }, ''],
    ['Microsoft Word - …', { title: 'Microsoft Word - 关于加强城市管理工作的通知.doc' }, ''],
    ['a file name', { title: '关于加强城市管理工作的通知.docx' }, ''],
    ['a heading of no kind', { title: '某市城市管理情况介绍' }, ''],
  ])('title: %s', (_, source, title) => {
    expect(describeFromSource(silent, source).title).toBe(title);
  });

  it.each([
    [['某市人民政府办公厅'], ['某市人民政府办公厅']],
    [['admin'], []],
    [['办公室'], []],
    [['微软用户'], []],
  ])('author %j', (issuers, expected) => {
    expect(describeFromSource(silent, { issuers, writtenOn: '2020-01-01' })).toMatchObject({
      issuers: expected,
      writtenOn: null,
    });
  });

  it('is never held against the text', () => {
    const document = aParsedDocument({ title: '某市关于加强管理的通知', number: '某政发〔2020〕1号' });
    expect(describeFromSource(document, { title: '某市关于表彰先进的决定' })).toEqual(document);
  });
});
