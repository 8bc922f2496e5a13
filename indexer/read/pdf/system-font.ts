/**
 * Lends pdfium a Chinese font of this computer: old gazettes name 宋体 and do not bring it, and pdfium alone would leave
 * their pages blank. It asks for fonts through a table of functions; ours take the places of its own, which find nothing
 * in its sandbox.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The part of pdfium's module that is needed; its package does not describe it. */
export interface PdfiumModule {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly wasmExports: { readonly __indirect_function_table: WebAssembly.Table };
  _FPDF_GetDefaultSystemFontInfo(): number;
  _FPDF_SetSystemFontInfo(info: number): void;
}

/** Places in FPDF_SYSFONTINFO (fpdf_sysfontinfo.h), in words of four bytes. */
const MAP_FONT = 3;
const GET_FONT_DATA = 5;
const DELETE_FONT = 8;
/** GB2312 and Big5, as Windows numbers character sets. */
const CHINESE = new Set([134, 136]);
const OUR_FONT = 1;
const TTC_TABLE = 0x74746366;

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  win32: [join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts')],
  darwin: ['/System/Library/Fonts', '/System/Library/Fonts/Supplemental', '/Library/Fonts'],
  linux: ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.local/share/fonts')],
};
/** Best first: Song as the gazettes are set, then whatever has Chinese. */
const NAMES = [
  /^(?:simsun|songti|stsong).*\.tt[cf]$/i,
  /^(?:notoserifcjk|sourcehanserif|notoserifsc).*regular.*\.(?:tt[cf]|otf)$/i,
  /^(?:uming|simfang|fzshusong).*\.tt[cf]$/i,
  /^(?:notosanscjk|sourcehansans|notosanssc|wqy|msyh|simhei|pingfang|stheiti).*\.(?:tt[cf]|otf)$/i,
];
const DEEPEST = 4;

/** Path of a font with Chinese characters; null where this computer has none that is known. */
export function findChineseFont(folders: readonly string[] = FOLDERS[process.platform] ?? []): string | null {
  const files = folders.flatMap((folder) => listFiles(folder, DEEPEST));
  for (const name of NAMES) {
    const found = files.find((file) => name.test(file.split(/[\\/]/).at(-1) ?? ''));
    if (found !== undefined) return found;
  }
  return null;
}

function listFiles(folder: string, depth: number): string[] {
  if (depth === 0 || !existsSync(folder)) return [];
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path, depth - 1) : [path];
    });
  } catch {
    // A folder that may not be read holds no font for us.
    return [];
  }
}

/** Nothing is read before a page asks for a Chinese font that its file does not bring. */
export function lendChineseFont(pdfium: PdfiumModule, path: string): void {
  const info = pdfium._FPDF_GetDefaultSystemFontInfo();
  if (info === 0) return;
  let font: Uint8Array | null = null;
  const table = pdfium.wasmExports.__indirect_function_table;
  const replace = (place: number, types: FunctionTypes, body: (...values: number[]) => number): void =>
    table.set(pdfium.HEAP32[info / 4 + place] ?? 0, asWasmFunction(types, body));
  replace(MAP_FONT, { takes: 7, gives: 1 }, (_info, _weight, _italic, charset) =>
    CHINESE.has(charset ?? 0) ? OUR_FONT : 0,
  );
  replace(GET_FONT_DATA, { takes: 5, gives: 1 }, (_info, _font, wanted = 0, buffer = 0, size = 0) => {
    font ??= readFileSync(path);
    const isCollection = String.fromCharCode(...font.subarray(0, 4)) === 'ttcf';
    if (wanted !== (isCollection ? TTC_TABLE : 0)) return 0;
    if (buffer !== 0 && size >= font.length) pdfium.HEAPU8.set(font, buffer);
    return font.length;
  });
  replace(DELETE_FONT, { takes: 2, gives: 0 }, () => 0);
  pdfium._FPDF_SetSystemFontInfo(info);
}

interface FunctionTypes {
  readonly takes: number;
  readonly gives: 0 | 1;
}

const I32 = 0x7f;

/** A module that imports one function and exports it again: so JavaScript gets into a table of WebAssembly. */
function asWasmFunction({ takes, gives }: FunctionTypes, body: (...values: number[]) => number): unknown {
  const types = [0x60, takes, ...Array<number>(takes).fill(I32), gives, ...Array<number>(gives).fill(I32)];
  const bytes = [
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, types.length + 1, 1, ...types],
    ...[2, 7, 1, 1, 0x65, 1, 0x66, 0, 0],
    ...[7, 5, 1, 1, 0x66, 0, 0],
  ];
  const module = new WebAssembly.Module(Uint8Array.from(bytes));
  return new WebAssembly.Instance(module, { e: { f: body } }).exports.f;
}
