/** A document entered by hand is always one document, with the fields as given and what else its text shows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBytes } from '../../../indexer/pipeline.ts';
import { type Entry, entryBytes, readEntry } from '../../../indexer/read/entry.ts';

const parse = async (entry: Entry) => {
  const { documents, issue, mediaType } = await parseBytes(entryBytes(entry), 'a.json');
  expect([documents.length, issue, mediaType]).toEqual([1, null, 'application/vnd.gongbao.entry+json']);
  return documents[0];
};

const TITLE = '海州市人民政府关于加强防汛工作的通知';
const CLAUSES = '一、提高认识。各单位要落实《中华人民共和国防洪法》。\n二、本通知自2021年5月1日起施行，有效期5年。';

describe('an entry', () => {
  it('with the text below its head', async () => {
    const fields = { title: TITLE, number: '海政发〔2021〕8号', issuers: ['海州市人民政府'], writtenOn: '2021-04-20' };
    expect(await parse({ fields, text: CLAUSES })).toMatchObject({
      ...fields,
      type: '通知',
      effectiveOn: '2021-05-01',
      expiresOn: '2026-04-30',
      body: CLAUSES,
      provisions: [{ label: '一、' }, { label: '二、' }],
      citations: [{ title: '中华人民共和国防洪法' }],
    });
  });

  it('with the whole document pasted, head and signature included', async () => {
    const text = `${TITLE}\n海政发〔2021〕8号\n各区县人民政府：\n${CLAUSES}\n海州市人民政府\n2021年4月20日`;
    expect(await parse({ fields: { title: TITLE }, text })).toMatchObject({
      title: TITLE,
      number: '海政发〔2021〕8号',
      issuers: ['海州市人民政府'],
      addressee: '各区县人民政府',
      writtenOn: '2021-04-20',
      body: CLAUSES,
    });
  });

  it('without any text: the record alone', async () => {
    const fields = { title: '关于老城区测绘资料的档案', issuers: ['海州市档案馆'], writtenOn: '1987-06-01' };
    expect(await parse({ fields, text: '' })).toMatchObject({ ...fields, body: '', problems: [] });
  });

  it('keeps a given value where the text says another, and shows no evidence for it', async () => {
    const fields = { title: TITLE, expiresOn: '2023-04-30' };
    const document = await parse({ fields, text: CLAUSES });
    expect(document?.expiresOn).toBe('2023-04-30');
    expect(Object.keys(document?.evidence ?? {})).toEqual(['effectiveOn']);
  });

  it('of two documents stays the one that was entered', async () => {
    const other = `${TITLE}\n海政发〔2021〕8号\n各区县人民政府：\n${CLAUSES}\n海州市人民政府\n2021年4月20日\n`;
    const document = await parse({ fields: { title: '两份通知' }, text: other + other.replaceAll('8号', '9号') });
    expect(document?.title).toBe('两份通知');
    expect(document?.body).toContain('提高认识');
  });

  it('of any text is one document whose provisions are its body', async () => {
    const line = fc.constantFrom(
      '',
      '第一条 甲。',
      '（一）乙',
      '附件',
      '海政发〔2021〕8号',
      '目录',
      '抄送：丙',
      '2021年4月20日',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.string({ minLength: 1 }), async (lines, title) => {
        const document = await parse({ fields: { title }, text: lines.join('\n') });
        expect(document?.provisions.map(({ text }) => text).join('\n')).toBe(document?.body);
      }),
      { numRuns: 200 },
    );
  });
});

it('says when what was kept is damaged', () => {
  expect(() => readEntry(Buffer.from('{"gongbao":"entry","fields":{}'))).toThrow(
    expect.objectContaining({ code: 'file_damaged' }),
  );
});
