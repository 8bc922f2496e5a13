/**
 * OFD files made by hand from lines at their places, in the ways that programs differ in: order of the text objects, one
 * object a line or a character, distances as they come or counted (`g`), a matrix, a template for what all pages print.
 */
import { strToU8, zipSync } from 'fflate';
import { A4, type PageSize, type PlacedLine } from './pdf-writer.ts';
import { escapeXml } from './write-docx.ts';

export interface OfdPicture {
  /** PNG or JPEG that fills the page. */
  readonly bytes: Uint8Array;
  readonly format: 'PNG' | 'JPEG';
}

export interface OfdOptions {
  /** Text objects last printed first, as some writers keep them. */
  readonly backwards?: boolean;
  /** `line`: one object a line; `character`: one object a character; `counted`: distances as `g`; `scaled`: through a matrix. */
  readonly objects?: 'line' | 'character' | 'counted' | 'scaled';
  /** Content of DocInfo. */
  readonly info?: string;
  /** Lines of a template that every page is printed on. */
  readonly template?: readonly PlacedLine[];
  /** In DocBody beside DocInfo, in Document beside Pages, in a Page's first layer. */
  readonly more?: { readonly body?: string; readonly document?: string; readonly layer?: string };
  readonly pictures?: readonly OfdPicture[];
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly size?: PageSize;
}

const SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const ASCENT = 0.86;
const NARROW = /^[ -~]$/;

/** Points → millimetres, as text. */
const mm = (points: number): string => ((points * 25.4) / 72).toFixed(4).replace(/\.?0+$/, '');

export function writeOfd(pages: readonly (readonly PlacedLine[])[], options: OfdOptions = {}): Uint8Array {
  return zipSync({ 'OFD.xml': strToU8(ofdXml(['Doc_0'], options)), ...documentParts('Doc_0', pages, options) });
}

/** Several documents in one file. */
export function writeOfdVolume(documents: readonly (readonly (readonly PlacedLine[])[])[]): Uint8Array {
  const folders = documents.map((_, index) => `Doc_${index}`);
  const parts = documents.map((pages, index) => documentParts(`Doc_${index}`, pages, {}));
  return zipSync(Object.assign({ 'OFD.xml': strToU8(ofdXml(folders, {})) }, ...parts));
}

function ofdXml(folders: readonly string[], { info = '', more = {} }: OfdOptions): string {
  const bodies = folders.map(
    (folder) =>
      `<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID>${info}</ofd:DocInfo><ofd:DocRoot>${folder}/Document.xml</ofd:DocRoot>${more.body ?? ''}</ofd:DocBody>`,
  );
  return `${HEAD}<ofd:OFD ${SPACE} Version="1.1" DocType="OFD">${bodies.join('')}</ofd:OFD>`;
}

function documentParts(
  folder: string,
  pages: readonly (readonly PlacedLine[])[],
  options: OfdOptions,
): Record<string, Uint8Array> {
  const { template, more = {}, pictures = [], files = {}, size = A4 } = options;
  const templates = template === undefined ? '' : '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>';
  const count = Math.max(pages.length, pictures.length);
  const list = Array.from(
    { length: count },
    (_, n) => `<ofd:Page ID="${10 + n}" BaseLoc="Pages/Page_${n}/Content.xml"/>`,
  );
  const media = pictures.map(
    ({ format }, n) =>
      `<ofd:MultiMedia ID="${900 + n}" Type="Image" Format="${format}"><ofd:MediaFile>p${n}</ofd:MediaFile></ofd:MultiMedia>`,
  );
  const parts: Record<string, string> = {
    'Document.xml': `${HEAD}<ofd:Document ${SPACE}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 ${mm(size.width)} ${mm(size.height)}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>${templates}</ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages>${more.document ?? ''}</ofd:Document>`,
    'PublicRes.xml': `${HEAD}<ofd:Res ${SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="宋体"/><ofd:Font ID="4" FontName="黑体"/></ofd:Fonts></ofd:Res>`,
    'DocumentRes.xml': `${HEAD}<ofd:Res ${SPACE} BaseLoc="Res"><ofd:MultiMedias>${media.join('')}</ofd:MultiMedias></ofd:Res>`,
  };
  if (template !== undefined) parts['Tpls/Tpl_0/Content.xml'] = pageXml(template, options, '');
  for (let n = 0; n < count; n += 1) {
    const picture =
      pictures[n] === undefined
        ? ''
        : `<ofd:ImageObject ID="${500 + n}" Boundary="0 0 ${mm(size.width)} ${mm(size.height)}" CTM="${mm(size.width)} 0 0 ${mm(size.height)} 0 0" ResourceID="${900 + n}"/>`;
    const head = template === undefined ? '' : '<ofd:Template TemplateID="2" ZOrder="Background"/>';
    parts[`Pages/Page_${n}/Content.xml`] = pageXml(pages[n] ?? [], options, head, `${picture}${more.layer ?? ''}`);
  }
  const held = Object.entries(parts).map(([name, xml]) => [`${folder}/${name}`, strToU8(xml)] as const);
  const res = pictures.map(({ bytes }, n) => [`${folder}/Res/p${n}`, bytes] as const);
  const others = Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes] as const);
  return Object.fromEntries([...held, ...res, ...others]);
}

function pageXml(lines: readonly PlacedLine[], options: OfdOptions, head: string, more = ''): string {
  const objects = lines.flatMap((line) => textObjects(line, options));
  const ordered = options.backwards ? objects.reverse() : objects;
  return `${HEAD}<ofd:Page ${SPACE}>${head}<ofd:Content><ofd:Layer ID="5" Type="Body">${more}${ordered.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
}

const emsOf = (text: string): number => [...text].reduce((sum, c) => sum + (NARROW.test(c) ? 0.5 : 1), 0);

function textObjects(line: PlacedLine, { objects = 'line' }: OfdOptions): string[] {
  const { text, x, y, size } = line;
  if (text === '') return [];
  if (objects === 'character') {
    let at = x;
    return [...text].flatMap((character) => {
      const own = { text: character, x: at, y, size };
      at += emsOf(character) * size;
      return character === ' ' ? [] : [textObject(own, '')];
    });
  }
  const steps = [...text].slice(0, -1).map((character) => mm(emsOf(character) * size));
  return [textObject(line, objects === 'counted' ? counted(steps) : steps.join(' '), objects === 'scaled')];
}

/** 5 5 5 2.5 → g 3 5 2.5 */
function counted(steps: readonly string[]): string {
  const runs: [string, number][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last?.[0] === step) last[1] += 1;
    else runs.push([step, 1]);
  }
  return runs.map(([step, count]) => (count > 1 ? `g ${count} ${step}` : step)).join(' ');
}

function textObject({ text, x, y, size }: PlacedLine, deltas: string, scaled = false): string {
  const boundary = `${mm(x)} ${mm(y)} ${mm(emsOf(text) * size)} ${mm(size * 1.2)}`;
  // Through a matrix sizes and distances are given in points: 0.352778 makes millimetres of them.
  const unit = (points: number): string => (scaled ? `${points}` : mm(points));
  const own = deltas.split(' ').map((value) => (Number(value) * 72) / 25.4);
  const across = deltas === '' ? '' : ` DeltaX="${scaled ? own.join(' ') : deltas}"`;
  const matrix = scaled ? ' CTM="0.352778 0 0 0.352778 0 0"' : '';
  return `<ofd:TextObject ID="9" Boundary="${boundary}" Font="3" Size="${unit(size)}"${matrix}><ofd:TextCode X="0" Y="${unit(size * ASCENT)}"${across}>${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`;
}
