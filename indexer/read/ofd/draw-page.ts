/**
 * A page of an OFD → a PDF of that page, so that what draws PDFs draws it: characters at their places in a Chinese font of
 * this computer (fonts that the file brings are not used), pictures, lines and frames. For looking at, not for printing.
 */
import { deflateSync } from 'node:zlib';
import { openPicture, pictureType } from '../image/picture.ts';
import { elementAt, textIn, type XmlElement } from '../xml.ts';
import type { OfdPage } from './ofd-file.ts';
import { TAKES } from './page-drawing.ts';
import type { PageObject } from './page-objects.ts';
import { drawnCharacters } from './text-object.ts';
import { combine, type Matrix, numberIn, numbersIn } from './values.ts';

/** A picture of the page's resources by its id; null when it is not there. */
export type PictureOf = (id: string) => Promise<Uint8Array | null>;

const FONTS = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>',
];
/** The standard's own width of a line, in millimetres. */
const LINE_WIDTH = 0.353;

/** Pictures in formats that no reader here knows are left out. */
export async function drawPage(page: OfdPage, pictureOf: PictureOf): Promise<Uint8Array> {
  const upright: Matrix = [1, 0, 0, -1, 0, page.height];
  const pictures: Buffer[] = [];
  const content: string[] = [];
  for (const object of page.objects) {
    if (object.hidden || object.element.attributes.Alpha === '0') continue;
    const toPaper = combine(upright, object.toPage);
    if (object.kind === 'text') content.push(drawText(object, toPaper));
    else if (object.kind === 'path') content.push(drawPath(object, toPaper));
    else {
      const bytes = await pictureOf(object.element.attributes.ResourceID ?? '');
      const picture = bytes === null ? null : pictureStream(bytes);
      if (picture === null) continue;
      content.push(`q ${written(combine(toPaper, [1, 0, 0, -1, 0, 1]))} cm /I${pictures.length} Do Q`);
      pictures.push(picture);
    }
  }
  return assemble(page, content.join('\n'), pictures);
}

const written = (numbers: readonly number[]): string =>
  numbers.map((value) => (Number.isFinite(value) ? value.toFixed(4) : '0')).join(' ');

function drawText({ element }: PageObject, toPaper: Matrix): string {
  const shown = drawnCharacters(element, toPaper).map(({ text, matrix }) => {
    const code = Buffer.from(text, 'utf16le').swap16().toString('hex');
    return `${written(matrix)} Tm <${code}> Tj`;
  });
  return shown.length === 0 ? '' : `q ${colourOf(element, 'FillColor')} rg BT /F1 1 Tf ${shown.join(' ')} ET Q`;
}

/** Black when it is none that is told in red, green and blue, or in gray. */
function colourOf(element: XmlElement, name: 'FillColor' | 'StrokeColor'): string {
  const parts = numbersIn(elementAt(element, name)?.attributes.Value);
  const [red = 0, green = red, blue = red] = parts.length === 1 || parts.length === 3 ? parts : [];
  return written([red / 255, green / 255, blue / 255]);
}

function drawPath({ element }: PageObject, toPaper: Matrix): string {
  const { attributes } = element;
  const [stroke, fill] = [attributes.Stroke !== 'false', attributes.Fill === 'true'];
  const outline = outlineOf(textIn(elementAt(element, 'AbbreviatedData')));
  if (outline === '' || !(stroke || fill)) return '';
  const width = written([numberIn(attributes.LineWidth, LINE_WIDTH)]);
  const colours = `${colourOf(element, 'StrokeColor')} RG ${colourOf(element, 'FillColor')} rg`;
  return `q ${written(toPaper)} cm ${width} w ${colours} ${outline} ${fill ? (stroke ? 'B' : 'f') : 'S'} Q`;
}

/** `M 0 0 L 160 0` → `0 0 m 160 0 l`. An arc is drawn as its chord. */
function outlineOf(data: string): string {
  const parts = data.split(/[\s,]+/).filter((part) => part !== '');
  const drawn: string[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < parts.length; at += 1) {
    const operator = parts[at] ?? '';
    const takes = TAKES[operator];
    if (takes === undefined) continue;
    const points = parts.slice(at + 1, at + 1 + takes).map(Number);
    if (points.length < takes || !points.every(Number.isFinite)) break;
    at += takes;
    drawn.push(drawStep(operator, points, [x, y]));
    [x = x, y = y] = points.slice(-2);
  }
  return drawn.join(' ');
}

function drawStep(operator: string, points: readonly number[], [x, y]: readonly [number, number]): string {
  const [px = x, py = y, ex = x, ey = y] = points;
  switch (operator) {
    case 'S':
    case 'M':
      return `${written(points)} m`;
    case 'Q': {
      const curve = [
        x + ((px - x) * 2) / 3,
        y + ((py - y) * 2) / 3,
        ex + ((px - ex) * 2) / 3,
        ey + ((py - ey) * 2) / 3,
      ];
      return `${written([...curve, ex, ey])} c`;
    }
    case 'B':
      return `${written(points)} c`;
    case 'C':
      return 'h';
    default:
      return `${written(points.slice(-2))} l`;
  }
}

/** Null for a picture that cannot be read: the page is drawn without it. */
function pictureStream(bytes: Uint8Array): Buffer | null {
  try {
    if (pictureType(bytes) === null) return null;
    const picture = openPicture(bytes);
    const [size] = picture.sizes;
    const colours = pictureType(bytes) === 'image/jpeg' ? jpegColours(bytes) : 0;
    if (size !== undefined && (colours === 1 || colours === 3)) {
      const space = colours === 1 ? '/DeviceGray' : '/DeviceRGB';
      return imageObject(size, `/ColorSpace ${space} /Filter /DCTDecode`, bytes);
    }
    const { width, height, data } = picture.render(1);
    return imageObject(
      { width, height },
      '/ColorSpace /DeviceRGB /Filter /FlateDecode',
      deflateSync(onPaper(data), { level: 1 }),
    );
  } catch {
    return null;
  }
}

/** Red, green and blue as they look on white paper. */
function onPaper(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let pixel = 0; pixel * 4 < rgba.length; pixel += 1) {
    const alpha = (rgba[pixel * 4 + 3] ?? 255) / 255;
    for (let part = 0; part < 3; part += 1)
      rgb[pixel * 3 + part] = 255 - (255 - (rgba[pixel * 4 + part] ?? 255)) * alpha;
  }
  return rgb;
}

/** How many colours its frame header counts; 0 when it has none. */
function jpegColours(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return view.getUint8(at + 9);
  }
  return 0;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const stream = (dictionary: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

const imageObject = ({ width, height }: Size, how: string, bytes: Uint8Array): Buffer =>
  stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ${how}`, bytes);

/** One page; the font is objects 3 to 5, the content 6, the page 7, its pictures follow. */
function assemble({ width, height }: Size, content: string, pictures: readonly Buffer[]): Uint8Array {
  const images = pictures.map((_, index) => `/I${index} ${8 + index} 0 R`).join(' ');
  const box = written([0, 0, width, height]);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [7 0 R] /Count 1 >>',
    ...FONTS,
    stream('', Buffer.from(content)),
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Resources << /Font << /F1 3 0 R >> /XObject << ${images} >> >> /Contents 6 0 R >>`,
    ...pictures,
  ];
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = chunks[0]?.length ?? 0;
  objects.forEach((object, index) => {
    offsets.push(length);
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    chunks.push(chunk);
    length += chunk.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...chunks, Buffer.from(end)]));
}
