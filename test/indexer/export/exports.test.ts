import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { alignTexts } from '../../../indexer/aligning/align-texts.ts';
import { compareChoices } from '../../../indexer/comparing.ts';
import type { CheckResponse } from '../../../indexer/contract.ts';
import { checkDocx, countsLine } from '../../../indexer/export/check-docx.ts';
import { comparisonDocx } from '../../../indexer/export/comparison-docx.ts';
import { comparisonHtml } from '../../../indexer/export/comparison-html.ts';
import { EXPORT_WORDS } from '../../../indexer/export/words.ts';
import { safeFileName } from '../../../indexer/http/download.ts';

const LEFT = '某市停车办法\n第一条 为了规范停车，制定本办法。\n第二条 罚款二百元。\n第三条 有效期三年。';
const RIGHT =
  '某市停车办法\n第一条 为了规范停车，制定本办法。\n第二条 有效期五年。\n第三条 <script>alert(1)</script>\u0007新增的一条。';
const nothing = { catalogue: { document: () => null, provisions: () => [] }, align: alignTexts };
const comparison = await compareChoices(nothing, { text: LEFT, name: '甲' }, { text: RIGHT, name: '乙' });
const options = { words: EXPORT_WORDS.zh, day: '2026-01-01', onlyChanges: false };

/** Every part of the package that is XML is well formed, or Word refuses the file. */
function xmlParts(docx: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(docx)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return Object.fromEntries(parts.map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const wellFormed = (xml: string) => new XMLParser({ processEntities: false }).parse(xml, true);

describe('a comparison as HTML', () => {
  const html = comparisonHtml(comparison, options);
  it('marks what went and came', () => {
    expect(html).toContain('有效期<del>三</del>年');
    expect(html).toContain('有效期<ins>五</ins>年');
  });

  it('has no script, loads nothing, and shows markup of the text as text', () => {
    expect(html).not.toMatch(/<script|<img|<link|src=|href=|@import|url\(/);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain("default-src 'none'");
  });

  it('can leave out what did not change', () => {
    expect(html).toContain('为了规范停车');
    expect(comparisonHtml(comparison, { ...options, onlyChanges: true })).not.toContain('为了规范停车');
  });
});

describe('a comparison as DOCX', () => {
  it('is a package that Word opens, with all the words of both texts', async () => {
    const docx = await comparisonDocx(comparison, options);
    for (const xml of Object.values(xmlParts(docx))) expect(() => wellFormed(xml)).not.toThrow();
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
    for (const words of ['罚款二百元', '有效期三年', '有效期五年', '新增的一条', '条号变化'])
      expect(value).toContain(words);
    expect(xmlParts(docx)['word/document.xml']).toContain('w:strike');
  });
});

describe('a checked draft as DOCX', () => {
  const text = '根据《某法》第一条和《某条例》，制定本办法。';
  const finding = (start: number, end: number, severity: 'error' | 'unknown' | 'ok') => ({
    severity,
    paragraph: 1,
    start,
    end,
    words: text.slice(start, end),
    remarks:
      severity === 'ok'
        ? []
        : [{ code: 'x', message: `说明${start}`, suggestion: '《新法》', quote: '原句', document: null }],
    document: null,
    provisionId: null,
    validity: null,
  });
  const checked: CheckResponse = {
    title: '某办法',
    paragraphs: ['某办法', text],
    findings: [finding(2, 9, 'error'), finding(10, 15, 'unknown'), finding(16, 18, 'ok')],
    counts: { error: 1, check: 0, ok: 1, unknown: 1 },
    on: '2026-01-01',
    tookMs: 1,
  };

  it('has a comment at each doubtful spot and keeps the words of the draft', async () => {
    const docx = await checkDocx(checked, 'zh');
    const parts = xmlParts(docx);
    for (const xml of Object.values(parts)) expect(() => wellFormed(xml)).not.toThrow();
    expect(parts['word/comments.xml']).toContain('说明2');
    expect(parts['word/comments.xml']?.match(/<w:comment /g)?.length).toBe(2);
    expect(parts['word/document.xml']?.match(/<w:commentReference /g)?.length).toBe(2);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
    expect(value.replace(/\[G\d\]/g, '')).toContain(text);
    expect(value).toContain('建议改为：《新法》');
  });

  it('is there for a draft without any complaint too', async () => {
    const docx = await checkDocx({ ...checked, findings: [] }, 'en');
    for (const xml of Object.values(xmlParts(docx))) expect(() => wellFormed(xml)).not.toThrow();
  });

  it('counts in words', () => {
    expect(countsLine(checked, 'zh')).toBe('错误 1 · 需核对 0 · 未收 1 · 正常 1');
  });
});

it.each([
  ['对照 甲/乙', '对照 甲 乙'],
  ['../../etc', '.. .. etc'],
  ['', 'export'],
  ['长'.repeat(200), '长'.repeat(80)],
])('safeFileName(%s)', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});
