/** Whether the text of a page is what it prints: fonts may not tell their characters, and text under a scan may be noise. */
import type { PageDrawing, PageText } from './layout/placed-text.ts';

/** A page with fewer letters than this holds at most a stamp or a page number over an image. */
const FEWEST_LETTERS = 12;
/** … and with so few at most running heads, where a picture fills the page. */
const LETTERS_OF_HEADS = 60;
const FILLED = 0.5;
/** From this share of characters that are no text on, the fonts of a page do not tell what they print. */
const GARBLED = 0.3;
/** So many characters tell whether they are ones that people write. */
const ENOUGH = 20;
const SAMPLE = 300;
/** Text under a scan that was read in another language has hardly a Chinese character. */
const FEW_CHINESE = 0.3;
/** Rules and dots on a blank page. */
const FEW_MARKS = 20;
const BLANK = 0.02;

/** Control characters, private-use glyphs, replacement signs, and the letters that numbers of glyphs look like. */
const ODD = /[\p{Cc}\p{Co}\ufffd\u00a1-\u00a6\u00a8-\u00af\u00b4\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u02ff]/gu;
const LETTER = /[\p{L}\p{N}]/gu;
const CHINESE = /\p{Script=Han}/gu;

/** The text of a scan may be its running heads; that of a garbled page is none at all. Both are for OCR to read. */
export type Legibility = 'text' | 'blank' | 'scan' | 'garbled';

/** What a page draws is asked for only where its letters leave a doubt. */
export async function judgePage(page: PageText): Promise<Legibility> {
  const text = page.fragments.map((fragment) => fragment.text).join('');
  if (isGarbled(text)) return 'garbled';
  const letters = text.match(LETTER)?.length ?? 0;
  const chinese = text.match(CHINESE)?.length ?? 0;
  const isForeign = chinese < letters * FEW_CHINESE;
  if (letters >= LETTERS_OF_HEADS && !isForeign) return 'text';
  const drawing = await page.drawing?.();
  if (drawing === undefined) return letters < FEWEST_LETTERS ? 'scan' : 'text';
  if (letters >= FEWEST_LETTERS && drawing.hidden > FILLED) return isForeign ? 'garbled' : 'text';
  if (letters < LETTERS_OF_HEADS && drawing.pictured > FILLED) return 'scan';
  if (letters >= FEWEST_LETTERS) return 'text';
  return isBlank(drawing, letters) ? 'blank' : 'scan';
}

const isBlank = ({ pictured, marks }: PageDrawing, letters: number): boolean =>
  pictured < BLANK && marks <= letters + FEW_MARKS;

function isGarbled(text: string): boolean {
  if ((text.match(ODD)?.length ?? 0) > text.length * GARBLED) return true;
  const chinese = (text.match(CHINESE) ?? []).slice(0, SAMPLE);
  return chinese.length >= ENOUGH && chinese.filter((sign) => !isWritten(sign)).length > chinese.length * GARBLED;
}

let written: ReadonlySet<string> | null = null;

/** In GB 2312 or among the more frequent characters of Big5: nine of ten that a number of a glyph hits are in neither. */
function isWritten(sign: string): boolean {
  written ??= new Set([
    ...decodeRows('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]]),
    ...decodeRows(
      'big5',
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  ]);
  // Radicals stand for their characters in many fonts.
  return written.has(sign) || written.has(sign.normalize('NFKC')) || /[\u2e80-\u2fdf]/.test(sign);
}

type Range = readonly [from: number, to: number];

function decodeRows(encoding: string, [first, last]: Range, cells: readonly Range[]): string[] {
  const bytes: number[] = [];
  for (let row = first; row <= last; row += 1)
    for (const [from, to] of cells) for (let cell = from; cell <= to; cell += 1) bytes.push(row, cell);
  return [...new TextDecoder(encoding).decode(Uint8Array.from(bytes))];
}
