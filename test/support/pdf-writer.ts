/**
 * Writes small PDFs by hand: lines of text at their places, in a Chinese font that is not embedded (the reader has to
 * know the character maps itself), or one picture a page, as scanners make them.
 */
import { deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { type Encryption, encryption } from './encrypt-pdf.ts';

export interface PlacedLine {
  readonly text: string;
  /** Points from the top left corner of the page to the top left corner of the line; of a column, to the middle of its top. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** It runs upwards, from that corner of the page turned to be read. */
  readonly upwards?: boolean;
}

/** `-V` sets lines as columns that run downwards. */
export type CharacterMap = 'UniGB-UCS2-H' | 'GBK-EUC-H' | 'UniGB-UCS2-V';

export interface PageSize {
  readonly width: number;
  readonly height: number;
  /** Degrees by which the page is shown turned. */
  readonly rotate?: number;
}

export const A4: PageSize = { width: 595, height: 842 };
const ASCENT = 0.86;

export function writeTextPdf(
  pages: readonly (readonly PlacedLine[])[],
  map: CharacterMap = 'UniGB-UCS2-H',
  size: PageSize = A4,
): Uint8Array {
  return writeDrawnPdf(
    pages.map((lines) => ({ lines, drawn: '' })),
    map,
    size,
  );
}

export interface DrawnPage {
  readonly lines: readonly PlacedLine[];
  /** Operators that are put before the text. */
  readonly drawn: string;
}

export function writeDrawnPdf(
  pages: readonly DrawnPage[],
  map: CharacterMap = 'UniGB-UCS2-H',
  size: PageSize = A4,
): Uint8Array {
  const fonts = [
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${map} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>',
  ];
  const contents = pages.map(({ lines, drawn }) =>
    [drawn, ...lines.map((line) => showText(line, map, size))].join('\n'),
  );
  return assemble(
    fonts.map((font) => Buffer.from(font)),
    contents.map((content) => ({ size, resources: '/Font << /F1 3 0 R >>', content, objects: [] })),
  );
}

function showText({ text, x, y, size, upwards }: PlacedLine, map: CharacterMap, page: PageSize): string {
  const bytes = map === 'GBK-EUC-H' ? iconv.encode(text, 'gbk') : iconv.encode(text, 'utf16be');
  const base = map === 'UniGB-UCS2-V' ? y : y + size * ASCENT;
  const matrix = upwards ? `0 1 -1 0 ${base} ${x}` : `1 0 0 1 ${x} ${page.height - base}`;
  return `BT /F1 ${size} Tf ${matrix} Tm <${bytes.toString('hex')}> Tj ET`;
}

export interface PagePicture {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel. */
  readonly gray: Uint8Array;
}

/** Each picture fills a page. */
export function writePicturePdf(pictures: readonly PagePicture[], size: PageSize = A4, password?: string): Uint8Array {
  return assemble(
    [],
    pictures.map(({ width, height, gray }) => {
      const data = deflateSync(gray);
      const head = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`;
      const picture = Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
      const content = `q ${size.width} 0 0 ${size.height} 0 0 cm /I1 Do Q`;
      return { size, resources: '/XObject << /I1 #0 >>', content, objects: [picture] };
    }),
    password,
  );
}

interface PageParts {
  readonly size: PageSize;
  /** `#0` stands for the page's first own object. */
  readonly resources: string;
  readonly content: string;
  readonly objects: readonly Buffer[];
}

/** Objects 1 and 2 are the catalogue and the list of pages; `shared` begin at 3. */
function assemble(shared: readonly Buffer[], pages: readonly PageParts[], password?: string): Uint8Array {
  const objects: Buffer[] = [Buffer.alloc(0), Buffer.alloc(0), ...shared];
  const kids = pages.map(({ size, resources, content, objects: own }) => {
    const first = objects.length + 1;
    objects.push(...own);
    objects.push(Buffer.from(`<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`));
    const filled = resources.replace('#0', `${first} 0 R`);
    const rotate = size.rotate === undefined ? '' : ` /Rotate ${size.rotate}`;
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size.width} ${size.height}]${rotate} /Resources << ${filled} >> /Contents ${objects.length} 0 R >>`,
      ),
    );
    return `${objects.length} 0 R`;
  });
  objects[0] = Buffer.from('<< /Type /Catalog /Pages 2 0 R >>');
  objects[1] = Buffer.from(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
  return serialise(objects, password === undefined ? null : encryption(password));
}

function serialise(objects: readonly Buffer[], encrypted: Encryption | null): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = chunks[0]?.length ?? 0;
  const add = (chunk: Buffer): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    const kept = encrypted?.encrypt(object, index + 1) ?? object;
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), kept, Buffer.from('\nendobj\n')]));
  });
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  add(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encrypted?.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(chunks));
}
