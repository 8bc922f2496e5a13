/** Pages as the sites of governments build them: the document's title in the head of the page, and a frame of menus and buttons. */
import { expect, it } from 'vitest';
import { parseBytes } from '../../../../indexer/pipeline.ts';

const TITLE = '临川市人民政府办公室关于印发《临川市城市照明管理办法》的通知';
const TEXT = [
  '临政办发〔2022〕18号',
  '各区县人民政府，市政府各部门、各直属机构：',
  '《临川市城市照明管理办法》已经市人民政府同意，现印发给你们，请认真遵照执行。',
  '临川市人民政府办公室',
  '2022年5月23日',
  '临川市城市照明管理办法',
  '第一条　为了规范城市照明管理，改善城市照明环境，制定本办法。',
  '第二条　本办法自2022年7月1日起施行，有效期至2027年6月30日。',
];
const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const META = `<meta name="SiteName" content="临川市人民政府"><meta name="ArticleTitle" content="${TITLE}"><meta name="PubDate" content="2022-05-25 10:12"><meta name="ContentSource" content="本站">`;
const parse = async (head: string, body: string) => {
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  return (await parseBytes(Buffer.from(page), 'a.html')).documents;
};

it('takes the title from the head of the page, where the text under it begins with the number', async () => {
  const around = `<table><tr><td><b>${TITLE}</b></td></tr><tr><td>日期：2022-05-25</td></tr></table>`;
  const [document, ...others] = await parse(META, `${around}<div class="TRS_Editor">${paragraphs(TEXT)}</div>`);
  expect(others).toEqual([]);
  expect(document).toMatchObject({
    title: TITLE,
    number: TEXT[0],
    type: '通知',
    attached: [TEXT[5]],
    writtenOn: '2022-05-23',
  });
});

it('leaves a document its own title, whatever the head of the page says', async () => {
  const body = `<div id="zoom">${paragraphs(['临川市人民政府关于调整区划的通知', ...TEXT.slice(0, 5)])}</div>`;
  const [document] = await parse(META, body);
  expect(document?.title).toBe('临川市人民政府关于调整区划的通知');
});

it('leaves out the frame of a page whose parts are named for what they are', async () => {
  const body = `<div class="header">临川市人民政府门户网站</div><div id="bread-crumbs">首页 &gt; 政务公开</div>
    <div class="article"><div class="title">${TITLE}</div>${paragraphs(TEXT)}
    <div class="tools"><span>打印</span><span>纠错</span></div><div class="qr">用手机看本页</div></div>`;
  const [document] = await parse('', body);
  expect(document).toMatchObject({ title: TITLE, issuers: ['临川市人民政府办公室'] });
  expect(document?.provisions.map(({ text }) => text)).toEqual([TEXT[2], ...TEXT.slice(5)]);
});

it('keeps what a part of that name says in sentences', async () => {
  const body = `<div class="print">${paragraphs([TITLE, ...TEXT])}</div>`;
  expect((await parse('', body))[0]?.title).toBe(TITLE);
});
