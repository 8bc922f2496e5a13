/**
 * What readers do with files that are broken, harmful or beyond measure: a named error that tells what to do, or text
 * within bounds, soon; never another exception, a request, or a hang. Each reader gets the same harm.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../indexer/errors.ts';
import { readFile } from '../../../indexer/read/read-file.ts';
import type { ReadText } from '../../../indexer/read/read-text.ts';
import { zipLocked } from '../../support/archives.ts';
import { writeTextPdf } from '../../support/pdf-writer.ts';
import { paragraph, writeDocx } from '../../support/write-docx.ts';
import { writeOfd } from '../../support/write-ofd.ts';

const LINES = [
  '海州市人民政府关于加强城市停车管理工作的通知',
  '海政发〔2021〕17号',
  '一、本通知自2021年6月1日起施行。',
];
const PAGE = LINES.map((text, index) => ({ text, x: 90, y: 100 + index * 30, size: 16 }));
const WEB = `<!doctype html><html><body>${LINES.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
const MHT = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(WEB).toString('base64')}\r\n--b--\r\n`;
const PIXELS = { width: 16, height: 16, data: Buffer.alloc(16 * 16 * 4, 255) };

const WHOLE: Readonly<Record<string, Uint8Array>> = {
  'a.docx': writeDocx({ body: LINES.map((text) => paragraph(text)).join('') }),
  'a.ofd': writeOfd([PAGE, PAGE]),
  'a.pdf': writeTextPdf([PAGE, PAGE]),
  'a.html': Buffer.from(WEB),
  'a.mht': Buffer.from(MHT),
  'a.txt': Buffer.from(LINES.join('\n')),
  'a.png': PNG.sync.write(Object.assign(new PNG({ width: 16, height: 16 }), { data: PIXELS.data })),
  'a.jpg': encode(PIXELS, 80).data,
};

/** What was read, or the error; anything that is no AppError fails the test. */
async function outcome(bytes: Uint8Array, name: string): Promise<ReadText | AppError> {
  try {
    return await readFile(bytes, name);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw new Error(`${name}: not an AppError`, { cause: error });
  }
}
const codeOf = async (bytes: Uint8Array, name: string): Promise<string | null> => {
  const found = await outcome(bytes, name);
  return found instanceof AppError ? found.code : null;
};

describe.each(Object.entries(WHOLE))('%s', (name, whole) => {
  it('is read when it is whole', async () => {
    expect(await codeOf(whole, name)).toBeNull();
  });

  it('cut short anywhere gives a named error or what is left', async () => {
    for (const share of [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
      await outcome(whole.subarray(0, Math.ceil(whole.length * share)), name);
  });

  it('with any bytes changed gives a named error or what is left', async () => {
    const harm = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(harm, async (changes) => {
        const harmed = Uint8Array.from(whole);
        for (const [at, byte] of changes) harmed[at] = byte;
        await outcome(harmed, name);
      }),
      { numRuns: 60 },
    );
  });

  it('with nothing in it says so', async () => {
    expect(await codeOf(new Uint8Array(), name)).toBe('file_empty');
  });
});

describe('a document that is a zip', () => {
  const laughs = `<!DOCTYPE l [<!ENTITY a "哈哈哈哈哈哈哈哈">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "&a${n - 1};&a${n - 1};&a;">`).join('')}]>`;
  const outside = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const bomb = Buffer.alloc(200 * 1024 * 1024, 0x20);
  const nested = (depth: number): string => `${'<a>'.repeat(depth)}x${'</a>'.repeat(depth)}`;
  const docx = (document: string | Uint8Array): Uint8Array =>
    zipSync(
      { '[Content_Types].xml': Buffer.from('<Types/>'), 'word/document.xml': Buffer.from(document) },
      { level: 1 },
    );
  const ofd = (content: string | Uint8Array, root = 'Doc_0/Document.xml'): Uint8Array =>
    zipSync(
      {
        'OFD.xml': Buffer.from(`<ofd:OFD><ofd:DocBody><ofd:DocRoot>${root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>`),
        'Doc_0/Document.xml': Buffer.from(content),
      },
      { level: 1 },
    );
  const sealed = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
  const lock = (bytes: Readonly<Record<string, string>>): Uint8Array => zipLocked(bytes);

  it.each<[string, string, () => Uint8Array, string]>([
    ['entities that grow', 'a.docx', () => docx(`${laughs}<w:document>&a19;</w:document>`), 'file_damaged'],
    ['entities that grow', 'a.ofd', () => ofd(`${laughs}<ofd:Document>&a19;</ofd:Document>`), 'file_damaged'],
    ['entities from outside', 'a.docx', () => docx(`${outside}<w:document>&x;</w:document>`), 'file_damaged'],
    ['entities from outside', 'a.ofd', () => ofd(`${outside}<ofd:Document>&x;</ofd:Document>`), 'file_damaged'],
    ['a part that unpacks to 200 MB', 'a.docx', () => docx(bomb), 'file_too_large'],
    ['a part that unpacks to 200 MB', 'a.ofd', () => ofd(bomb), 'file_too_large'],
    ['elements without end in each other', 'a.docx', () => docx(nested(100_000)), 'file_damaged'],
    ['elements without end in each other', 'a.ofd', () => ofd(nested(100_000)), 'file_damaged'],
    [
      'locked members',
      'a.docx',
      () => lock({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }),
      'file_encrypted',
    ],
    ['locked members', 'a.ofd', () => lock({ 'OFD.xml': '<a/>' }), 'file_encrypted'],
    ['a password over all of it', 'a.docx', () => sealed, 'file_encrypted'],
    [
      'no content',
      'a.docx',
      () => zipSync({ '[Content_Types].xml': Buffer.from('x'), 'word/b.xml': Buffer.from('x') }),
      'file_damaged',
    ],
    ['no content', 'a.ofd', () => zipSync({ 'OFD.xml': Buffer.from('<ofd:OFD/>') }), 'file_damaged'],
    ['a path out of it', 'a.ofd', () => ofd('<a/>', '../../../etc/passwd'), 'file_damaged'],
    ['an address for a path', 'a.ofd', () => ofd('<a/>', 'http://127.0.0.1:9/a.xml'), 'file_damaged'],
    [
      'encryption of its own',
      'a.ofd',
      () => zipSync({ 'OFD.xml': Buffer.from('<a/>'), 'Encryptions.xml': Buffer.from('<a/>') }),
      'file_encrypted',
    ],
    [
      'more pages than any volume',
      'a.ofd',
      () => ofd(`<ofd:Document><ofd:Pages>${'<ofd:Page BaseLoc="P"/>'.repeat(10_001)}</ofd:Pages></ofd:Document>`),
      'file_too_large',
    ],
  ])('with %s (%s) says what is wrong', async (_, name, bytes, code) => {
    expect(await codeOf(bytes(), name)).toBe(code);
  });

  it('tells of OFD pages that are not there, and of graphics that hold each other, and reads the rest', async () => {
    const missing = writeOfd([PAGE], { more: { document: '' } });
    const unit = (id: number, other: number): string =>
      `<ofd:CompositeGraphicUnit ID="${id}" Width="9" Height="9"><ofd:Content>${`<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="${other}"/>`.repeat(8)}</ofd:Content></ofd:CompositeGraphicUnit>`;
    const circle = writeOfd([PAGE], {
      more: { layer: '<ofd:CompositeObject ID="1" Boundary="0 0 9 9" ResourceID="70"/>' },
      files: { 'PublicRes.xml': Buffer.from(`<ofd:Res>${unit(70, 71)}${unit(71, 70)}</ofd:Res>`) },
    });
    expect(await readFile(missing, 'a.ofd')).toMatchObject({ lines: LINES.map((text) => ({ text })) });
    expect(await readFile(circle, 'a.ofd')).toMatchObject({
      problems: [{ code: 'page_damaged', message: expect.stringContaining('超过上限') }],
    });
  });
});

describe('a web page', () => {
  it('asks for nothing, runs nothing and shows nothing of what it would load', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const harm = `<script>document.body.innerHTML='脚本写的'</script><script src="${at}/a.js"></script>
      <img src="${at}/a.png" onerror="fetch('${at}/b')"><iframe src="${at}/c"></iframe><link rel="stylesheet" href="${at}/d.css">
      <object data="${at}/e"></object><svg><image href="${at}/f"/></svg><meta http-equiv="refresh" content="0;url=${at}/g">
      <p style="background:url(${at}/h)">${LINES[2]}</p><a href="javascript:alert(1)">链接</a>`;
    for (const [bytes, name] of [
      [Buffer.from(`<!doctype html><html><body>${harm}</body></html>`), 'a.html'],
      [
        Buffer.from(
          MHT.replace(Buffer.from(WEB).toString('base64'), Buffer.from(`<html>${harm}</html>`).toString('base64')),
        ),
        'a.mht',
      ],
    ] as const) {
      const { lines } = await readFile(bytes, name);
      expect(lines.map(({ text }) => text.trim())).toEqual([LINES[2], '链接']);
    }
    await new Promise((closed) => server.close(closed));
    expect(asked).toBe(0);
  });

  it.each<[string, () => string, string | null]>([
    ['100,000 elements in each other', () => `<html>${'<div>'.repeat(100_000)}<p>${LINES[2]}</p>`, 'file_damaged'],
    ['a table of 50,000 rows', () => `<html><table>${`<tr><td>甲</td><td>乙</td></tr>`.repeat(50_000)}</table>`, null],
    ['tables in tables', () => `<html>${'<table><tr><td>甲</td><td>'.repeat(300)}乙`, null],
    ['an attribute of 5 MB', () => `<html><p title="${'x'.repeat(5_000_000)}">${LINES[2]}</p>`, null],
    ['100,000 tags that are never closed', () => `<html><p>${LINES[2]}${'<b>'.repeat(100_000)}`, 'file_damaged'],
  ])(
    'with %s is done soon',
    async (_, page, code) => {
      expect(await codeOf(Buffer.from(page()), 'a.html')).toBe(code);
    },
    20_000,
  );
});

describe('text', () => {
  it.each<[string, string]>([
    ['a line of 10 million characters', '停'.repeat(10_000_000)],
    ['2 million empty lines', '\n'.repeat(2_000_000)],
    ['500,000 lines', `${LINES[2]}\n`.repeat(500_000)],
  ])(
    'of %s is read or refused',
    async (_, content) => {
      await outcome(Buffer.from(content), 'a.txt');
    },
    20_000,
  );
});
