/** Pages saved with their pictures in one file, as Chromium, Internet Explorer and Word write them. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../indexer/errors.ts';
import { parseBytes } from '../../../../indexer/pipeline.ts';
import { readFile } from '../../../../indexer/read/read-file.ts';
import { documentsOf, essence } from '../../../support/documents.ts';
import { parsePlain } from '../../../support/parse-plain.ts';
import { escapeXml } from '../../../support/write-docx.ts';

const BOUNDARY = '----MultipartBoundary--x1';

interface Part {
  readonly headers: readonly string[];
  readonly body: string;
}

/** Lines end as in mails. */
function mhtml(parts: readonly Part[], more = '', end = '\r\n'): Buffer {
  const head = `From: <Saved by a browser>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${BOUNDARY}"${more}\r\n\r\n\r\n`;
  const pieces = parts.map(({ headers, body }) => `--${BOUNDARY}\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`);
  return Buffer.from(`${head}${pieces.join('')}--${BOUNDARY}--\r\n`.replaceAll('\r\n', end), 'latin1');
}

/** Lines of at most 76 signs, as the encoding demands. */
function quotedPrintable(bytes: Buffer): string {
  const signs = [...bytes].map((byte) =>
    (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const lines = [''];
  for (const sign of signs) {
    if ((lines.at(-1) ?? '').length + sign.length > 75) lines.push('');
    lines.push(`${lines.pop()}${sign}`);
  }
  return lines.join('=\r\n');
}

const html = (content: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${content}</body></html>`;
const page = (bytes: Buffer, type: string, how: 'base64' | 'quoted-printable' | '8bit' = 'quoted-printable'): Part => ({
  headers: [
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${how}`,
    'Content-Location: http://www.example.gov.cn/a.htm',
  ],
  body:
    how === 'base64'
      ? bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
      : how === '8bit'
        ? bytes.toString('latin1')
        : quotedPrintable(bytes),
});
const PICTURE: Part = {
  headers: ['Content-Type: image/png', 'Content-Transfer-Encoding: base64'],
  body: 'iVBORw0KGgo=',
};
const TEXT = '第一条　为了加强管理，制定本办法。';
const CONTENT = html(`<p>${TEXT}</p>`);
const GB_CONTENT = html(`<p>${TEXT}</p>`, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">');

const linesOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await readFile(bytes, 'a.mht')).lines.map(({ text }) => text);

it('gives the same documents and provisions as the text', async () => {
  for (const { paragraphs } of documentsOf('002_8bb94a9499e35f44.txt').slice(0, 4)) {
    const content = html(paragraphs.map((one) => `<p>${escapeXml(one)}</p>`).join('\n'));
    const saved = mhtml([page(Buffer.from(content), 'text/html; charset="utf-8"'), PICTURE]);
    const plain = parsePlain(Buffer.from(paragraphs.join('\n\n')), 'a.txt');
    expect(essence(await parseBytes(saved, 'a.mht'))).toEqual(essence(plain));
  }
});

describe('the page of a saved file is read', () => {
  it.each<[string, Buffer]>([
    ['from quoted-printable', mhtml([page(Buffer.from(CONTENT), 'text/html; charset=utf-8')])],
    ['from base64', mhtml([page(Buffer.from(CONTENT), 'text/html; charset=utf-8', 'base64')])],
    ['from bytes as they are', mhtml([page(Buffer.from(CONTENT), 'text/html', '8bit')])],
    ['with the line ends of Unix', mhtml([page(Buffer.from(CONTENT), 'text/html')], '', '\n')],
    ['in GB18030, named by the part', mhtml([page(iconv.encode(CONTENT, 'gb18030'), 'text/html; charset="gb2312"')])],
    ['in GB18030, named by the page', mhtml([page(iconv.encode(GB_CONTENT, 'gb18030'), 'text/html')])],
    ['in GB18030, named nowhere', mhtml([page(iconv.encode(CONTENT.repeat(9), 'gb18030'), 'text/html')])],
    [
      'in UTF-8 by its part, though the page still says GB2312',
      mhtml([page(Buffer.from(GB_CONTENT), 'text/html; charset=utf-8')]),
    ],
    ['in UTF-8, though its part says GB2312', mhtml([page(Buffer.from(`${CONTENT}。`), 'text/html; charset=gb2312')])],
    ['in the encoding that no one knows', mhtml([page(Buffer.from(CONTENT), 'text/html; charset=x-unknown')])],
    ['after its pictures', mhtml([PICTURE, page(Buffer.from(CONTENT), 'text/html')])],
    [
      'where the file names it, not first',
      mhtml(
        [
          page(Buffer.from(html('<p>广告。</p>')), 'text/html'),
          {
            ...page(Buffer.from(CONTENT), 'text/html'),
            headers: ['Content-Type: text/html', 'Content-Transfer-Encoding: quoted-printable', 'Content-ID: <main@x>'],
          },
        ],
        ';\r\n\tstart="<main@x>"',
      ),
    ],
    [
      'from a frame, where the page holds only frames',
      mhtml([
        page(Buffer.from('<html><head></head><body></body></html>'), 'text/html'),
        page(Buffer.from(CONTENT), 'text/html'),
      ]),
    ],
    ['from a file cut short', mhtml([page(Buffer.from(CONTENT), 'text/html'), PICTURE]).subarray(0, -60)],
  ])('%s', async (_, bytes) => {
    const lines = await linesOf(bytes);
    expect(new Set(lines.map((line) => line.replace(/。。$/, '。')).filter((line) => line !== '。'))).toEqual(
      new Set([TEXT]),
    );
  });

  it('in the encoding that the user names', async () => {
    const bytes = mhtml([page(iconv.encode(CONTENT, 'big5'), 'text/html; charset=gb2312')]);
    const { lines, encoding, mediaType } = await readFile(bytes, 'a.mht', { encoding: 'big5' });
    expect(lines[0]?.text).toContain('第一');
    expect([encoding, mediaType]).toEqual(['big5', 'multipart/related']);
  });
});

it.each([
  ['without a page', mhtml([PICTURE]), 'file_damaged'],
  ['with an empty page', mhtml([page(Buffer.from(html('')), 'text/html')]), 'file_empty'],
  ['without parts', mhtml([]), 'file_damaged'],
])('a saved file %s says so', async (_, bytes, code) => {
  await expect(readFile(bytes, 'a.mht')).rejects.toMatchObject({ code });
});

it('gives text or a named error, whatever was done to the file', async () => {
  const whole = mhtml([page(Buffer.from(CONTENT), 'text/html; charset=utf-8'), PICTURE]);
  const harm = fc.tuple(fc.nat(whole.length - 1), fc.nat(whole.length), fc.string());
  await fc.assert(
    fc.asyncProperty(harm, async ([from, length, text]) => {
      const harmed = Buffer.concat([whole.subarray(0, from), Buffer.from(text), whole.subarray(from + length)]);
      const read = await readFile(harmed, 'a.mht').catch((error: unknown) => error);
      expect(read instanceof AppError || Array.isArray((read as { lines: unknown }).lines)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
