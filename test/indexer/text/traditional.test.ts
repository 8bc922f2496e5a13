/** Texts in traditional characters: recognised like all others, given back as printed. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { isTraditional, Restoring, simplify } from '../../../indexer/text/traditional.ts';
import { parsePlain } from '../../support/parse-plain.ts';

const NOTICE = `某某縣人民政府關於印發公共場所管理辦法的通知
某府發〔2020〕1號
各鄉鎮人民政府，縣政府各部門：
現將《公共場所管理辦法》印發給你們，請認真貫徹執行。
某某縣人民政府
2020年3月4日
公共場所管理辦法
第一條 為維護公共場所的安全與秩序，根據《治安管理處罰法》，制定本辦法。
第二條 本辦法自2020年5月1日起施行，有效期5年。
`;

describe('isTraditional', () => {
  it.each([
    ['關於公共場所管理辦法', true],
    ['关于公共场所管理办法', false],
    ['清乾隆年间所建的文物保护单位', false],
    ['', false],
  ])('%s', (text, expected) => {
    expect(isTraditional(text)).toBe(expected);
  });
});

describe('Restoring', () => {
  const restoring = new Restoring('第一條為維護秩序。第二條為維護安全。');

  it('gives the words back as printed, blanks kept', () => {
    expect(restoring.restore('第二条　为维护安全。')).toEqual({ text: '第二條　為維護安全。', end: 18 });
  });

  it('leaves alone what was not printed', () => {
    expect(restoring.restore('通知', 3)).toEqual({ text: '通知', end: 3 });
  });
});

describe('a traditional document', () => {
  const plain = parsePlain(Buffer.from(simplify(NOTICE)), 'a.txt').documents;

  it.each([
    ['UTF-8', Buffer.from(NOTICE)],
    ['Big5', iconv.encode(NOTICE, 'big5')],
    ['GB18030', iconv.encode(NOTICE, 'gb18030')],
  ])('in %s has the parts of the simplified one, in its own characters', (_, bytes) => {
    const { documents } = parsePlain(bytes, 'a.txt');
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      title: '某某縣人民政府關於印發公共場所管理辦法的通知',
      addressee: '各鄉鎮人民政府，縣政府各部門',
      attached: ['公共場所管理辦法'],
      expiresOn: plain[0]?.expiresOn,
      writtenOn: '2020-03-04',
    });
    expect(documents[0]?.provisions.map(({ kind, path }) => [kind, path])).toEqual(
      plain[0]?.provisions.map(({ kind, path }) => [kind, path]),
    );
    expect(simplify(documents[0]?.body ?? '')).toBe(plain[0]?.body);
    expect(documents[0]?.body).toContain('第一條　為維護公共場所的安全與秩序');
  });
});
