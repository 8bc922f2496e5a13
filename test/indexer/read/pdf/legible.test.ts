/** Pages whose text is not what they print: for OCR to read; and pages that print nothing, for nobody. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../indexer/read/pdf/read-pdf.ts';
import { type PlacedLine, writeDrawnPdf } from '../../../support/pdf-writer.ts';

const BODY = ['第一条 为了加强档案管理，根据有关法律制定本办法。', '第二条 本办法自二〇二〇年六月一日起施行。'];
const HEAD = ['海州市人民政府公报 2021年第3期', '— 12 —'];
/** As an English recogniser reads Chinese print. */
const NOISE = ['~:tJP~tl~ fif 7JD 5iE ttl5 JI fi', 'JJIJ ~ r.LI9t1Jt£i9fJt;ir1t ~ -ff'];
/** Numbers of glyphs taken for characters: of a whole font, and of a subset. */
const WHOLE = ['╦䄃䄸☪奐䶿䈮Ⱳ⪙㱻⪥◞ⱴ䍲㒗䄸', '⺚⵱⸹☪奐䶿䈮䄸䶿䈮⺚鼿ꝩ⺚汢㷓', '㎼┫瓒筚䋵陀瓒月殲鵲淧䋵陀偿乪熂'];
const SUBSET = ['ĀāĂăĄąĆćĈĉĊċČčĎďĐđ', 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑ'];

const place = (lines: readonly string[]): PlacedLine[] =>
  lines.map((text, index) => ({ text, x: 60, y: 100 + index * 30, size: 12 }));
/** A picture of one gray on the whole page or a part of it. */
function picture(width: number, height: number): string {
  const data = deflateSync(Buffer.alloc(400, 200)).toString('hex');
  return `q ${width} 0 0 ${height} 0 0 cm BI /W 20 /H 20 /CS /G /BPC 8 /F [/AHx /Fl] ID ${data}> EI Q`;
}
const SCAN = picture(595, 842);
const HIDDEN = '3 Tr';

async function read(lines: readonly string[], drawn: string) {
  const read = await readPdf(writeDrawnPdf([{ lines: place(lines), drawn }]));
  return { scanned: read.pages[0]?.scanned, texts: read.lines.map(({ text }) => text.trim()) };
}

describe('the text of a page', () => {
  it.each([
    ['is its text', BODY, '', false],
    ['under a scan is its text, when it was recognised well', BODY, `${SCAN} ${HIDDEN}`, false],
    ['in another language is its text', NOISE, '', false],
    ['beside a small picture is its text', HEAD, picture(200, 200), false],
    ['is all there is of a short page', ['（此页无正文）'], '', false],
    ['is for OCR where a scan has its heads alone', HEAD, SCAN, true],
  ])('%s', async (_, lines, drawn, scanned) => {
    expect(await read(lines, drawn)).toEqual({ scanned, texts: lines });
  });

  it.each([
    ['under a scan that was read in another language', NOISE, `${SCAN} ${HIDDEN}`],
    ['in a font whose glyphs are not told', WHOLE, ''],
    ['in a subset of a font whose glyphs are not told', SUBSET, ''],
  ])('is none %s', async (_, lines, drawn) => {
    expect(await read(lines, drawn)).toEqual({ scanned: true, texts: [] });
  });

  it('is wanted of a page with a picture, and of none that is blank', async () => {
    expect(await read([], SCAN)).toEqual({ scanned: true, texts: [] });
    expect(await read([], '')).toEqual({ scanned: false, texts: [] });
  });
});
