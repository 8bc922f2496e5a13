/** Formats are told by what is in a file, not by what it is called. */
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { entryBytes } from '../../../indexer/read/entry.ts';
import { type Format, READABLE_NAME, recogniseFormat } from '../../../indexer/read/format.ts';

const text = (content: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(content, encoding);
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, text('x')])));
const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
const tar = (): Uint8Array => Buffer.concat([Buffer.alloc(257), text('ustar\0'), Buffer.alloc(300)]);

const CASES: readonly (readonly [string, Uint8Array, string, Format])[] = [
  ['nothing', new Uint8Array(), 'a.txt', 'empty'],
  ['an entry typed by hand', entryBytes({ fields: { title: '某通知' }, text: '' }), 'a.json', 'entry'],
  ['a PDF called text', text('%PDF-1.7\n'), 'a.txt', 'pdf'],
  ['a PDF behind a mail header', text('X-Mailer: a\r\n\r\n%PDF-1.4\n'), 'a.pdf', 'pdf'],
  ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'scan', 'picture'],
  ['a DOCX without an ending', zip('[Content_Types].xml', 'word/document.xml'), '附件1', 'docx'],
  ['an OFD called zip', zip('OFD.xml', 'Doc_0/Document.xml'), 'a.zip', 'ofd'],
  ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.xlsx', 'spreadsheet'],
  ['slides', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'a.pptx', 'slides'],
  ['an OpenDocument text', zip('mimetype', 'content.xml'), 'a.odt', 'legacy'],
  ['an archive of documents', zip('2020/第1期.docx'), 'a.zip', 'zip'],
  ['a DOCX whose end is missing', zip('[Content_Types].xml', 'word/document.xml').slice(0, 90), 'a.docx', 'docx'],
  ['a zip whose end is missing', zip('a.txt').slice(0, 40), 'a.zip', 'zip'],
  ['a Word 97 file', ole('WordDocument'), 'a.doc', 'legacy'],
  ['a WPS file', ole('WordDocument'), 'a.wps', 'legacy'],
  ['an old workbook called doc', ole('Workbook'), 'a.doc', 'spreadsheet'],
  ['an Office file behind a password', ole('EncryptedPackage'), 'a.docx', 'sealed'],
  ['rich text', text('{\\rtf1\\ansi 某通知}'), 'a.doc', 'legacy'],
  [
    'Word XML',
    text('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>'),
    'a.doc',
    'legacy',
  ],
  [
    'a page called doc, as old offices export them',
    text('<html xmlns:o="x"><body>某通知</body></html>'),
    'a.doc',
    'html',
  ],
  ['a page behind a comment', text('<!-- saved from url=(0020)http://www.gov.cn/ -->\r\n<!DOCTYPE HTML>'), 'a', 'html'],
  ['a page in UTF-16', text('\ufeff<!DOCTYPE html><html></html>', 'utf16le'), 'a.htm', 'html'],
  ['a fragment of a page', text('某通知<p>第一条</p>'), 'a.html', 'html'],
  ['text called html', text('某市人民政府关于印发某办法的通知'), 'a.html', 'text'],
  ['Markdown that quotes a tag', text('# 某通知\n\n<html> 标签不是网页'), 'a.md', 'text'],
  [
    'a web archive',
    text('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n'),
    'a',
    'mhtml',
  ],
  ['a text that begins like a header', text('主题：某通知\n\n正文'), 'a.txt', 'text'],
  ['a tar', tar(), 'a.tar', 'tar'],
  ['gzip', Buffer.from('1f8b0800', 'hex'), 'a.txt', 'gzip'],
  ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'a.7z', '7z'],
  ['a program called pdf', Buffer.from('4d5a900003', 'hex'), 'a.pdf', 'program'],
  ['GB18030 text', Buffer.from('bcc3c4cfcad0', 'hex'), 'a.txt', 'text'],
];

it.each(CASES)('%s', async (_what, bytes, name, format) => {
  expect(await recogniseFormat(bytes, name)).toBe(format);
});

it.each([
  ['第1期.TXT', true],
  ['通知.docx', true],
  ['通知.wps', true],
  ['网页.mht', true],
  ['照片.mov', false],
  ['docx', false],
])('%s is taken up from a folder: %s', (name, taken) => {
  expect(READABLE_NAME.test(name)).toBe(taken);
});
