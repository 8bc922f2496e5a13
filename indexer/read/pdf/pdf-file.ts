/**
 * A PDF opened for its text: the only file that names pdfjs-dist. Fonts and character maps come from the package itself,
 * scripts are not run, and nothing that a PDF names is ever fetched.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { AppError } from '../../errors.ts';
import { ASCENT, type PageDrawing, type PageText, uprightText } from '../layout/placed-text.ts';
import { drawingOf, type Operators } from './page-drawing.ts';

export interface PdfFile {
  readonly pages: number;
  /** Page from 1. Throws whatever a damaged page makes pdfjs throw. */
  readPage(page: number): Promise<PageText>;
  properties(): Promise<{ readonly title: unknown; readonly author: unknown }>;
  close(): Promise<void>;
}

/** Where the package keeps its own files. */
const PACKAGE_FILES = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts', wasmUrl: 'wasm' } as const;

/** Reads character maps and fonts from the package, wherever this runs: Electron's processes would be taken for a browser. */
class PackageFiles {
  async fetch({ kind, filename }: { kind: keyof typeof PACKAGE_FILES; filename: string }): Promise<Uint8Array> {
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    return new Uint8Array(await readFile(join(folder, PACKAGE_FILES[kind], basename(filename))));
  }
}

let loading: Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> | null = null;

/**
 * pdfjs for text alone. It names the classes of a canvas when it is loaded, and complains when there is none: empty ones
 * serve, because nothing is drawn.
 */
function loadPdfjs(): NonNullable<typeof loading> {
  loading ??= (async () => {
    const names = globalThis as Record<string, unknown>;
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) names[name] ??= class {};
    const { warn } = console;
    console.warn = () => undefined;
    try {
      // With the worker at hand, pdfjs starts none of its own: this already runs in one.
      names.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
      return await import('pdfjs-dist/legacy/build/pdf.mjs');
    } finally {
      console.warn = warn;
    }
  })();
  return loading;
}

/** Throws file_encrypted or file_damaged. */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<PdfFile> {
  const { getDocument, OPS, Util } = await loadPdfjs();
  const task = getDocument({
    // It takes the bytes for itself; ours are still needed.
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    verbosity: 0,
    BinaryDataFactory: PackageFiles,
    cMapUrl: '/',
    cMapPacked: true,
    standardFontDataUrl: '/',
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    stopAtErrors: false,
    // Only text and lines are wanted: no picture is unpacked.
    maxImageSize: 1,
  });
  const document = await task.promise.catch((cause: unknown) => {
    throw toFileError(cause);
  });
  return {
    pages: document.numPages,
    async readPage(number) {
      const page = await document.getPage(number);
      try {
        const { width, height, transform } = page.getViewport({ scale: 1 });
        const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
        const texts = items.filter((item): item is TextItem => 'str' in item && item.str !== '');
        const isVertical = runsDownwards(texts);
        const placed = texts.map((item) => {
          const fonts = `${item.fontName} ${styles[item.fontName]?.fontFamily ?? ''}`;
          const matrix = Util.transform(transform, item.transform) as number[];
          return {
            text: item.str,
            length: isVertical && item.dir === VERTICAL ? item.height : item.width,
            bold: isBold(fonts),
            matrix: isVertical && item.dir === VERTICAL ? laidDown(matrix) : matrix,
          };
        });
        let drawn: Promise<PageDrawing> | null = null;
        const drawing = (): Promise<PageDrawing> => {
          drawn ??= readDrawing(page, OPS);
          return drawn;
        };
        return uprightText(placed, { width, height, drawing });
      } finally {
        page.cleanup();
      }
    },
    async properties() {
      // A damaged dictionary of properties is no reason to refuse the text.
      const { info } = await document.getMetadata().catch(() => ({ info: {} }));
      const { Title: title, Author: author } = info as Readonly<Record<string, unknown>>;
      return { title, author };
    },
    close: () => document.destroy(),
  };
}

const UNDRAWN: PageDrawing = { rules: [], pictured: 0, hidden: 0, marks: Number.POSITIVE_INFINITY };

/** Nothing is known of a page that cannot be drawn: its text was read all the same. */
async function readDrawing(page: PDFPageProxy, operators: Operators): Promise<PageDrawing> {
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    return drawingOf(await page.getOperatorList(), operators, { width, height, transform: transform as number[] });
  } catch {
    return UNDRAWN;
  } finally {
    page.cleanup();
  }
}

/** What pdfjs says of text in a font for columns that run downwards, from right to left. */
const VERTICAL = 'ttb';

function runsDownwards(texts: readonly TextItem[]): boolean {
  const count = (of: readonly TextItem[]): number => of.reduce((sum, { str }) => sum + str.length, 0);
  return count(texts.filter(({ dir }) => dir === VERTICAL)) * 2 > count(texts);
}

/**
 * A column of upright characters as if it were a line that was turned by a quarter: the page is then turned to be read
 * like any that stands on its side. A column begins above the middle of its first character.
 */
function laidDown([a = 0, b = 0, c = 0, d = 0, x = 0, y = 0]: readonly number[]): number[] {
  const aside = 0.5 - ASCENT;
  return [-c, -d, a, b, x + a * aside, y + b * aside];
}

const isBold = (fontName: string): boolean => /bold|black|heavy|黑体/i.test(fontName);

function toFileError(cause: unknown): AppError {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') return new AppError('file_encrypted', {}, { cause });
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError('file_damaged', { reason }, { cause });
}
