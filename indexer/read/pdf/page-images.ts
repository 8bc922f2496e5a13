/** Pages of a PDF as pixels; the only file that names pdfium. Nothing that a PDF names is ever fetched. */
import { AppError } from '../../errors.ts';
import type { Bitmap } from '../image/bitmap.ts';
import { findChineseFont, lendChineseFont, type PdfiumModule } from './system-font.ts';

export interface PageImages {
  readonly pages: number;
  /** Page from 1; the picture of an oversized page has fewer pixels an inch than asked for. Throws not_found. */
  render(page: number, dpi: number): Promise<Bitmap>;
  close(): void;
}

/** A0 at 100 dpi; what is larger would fill the memory of an office PC. */
const MOST_PIXELS = 16_000_000;
const POINTS_AN_INCH = 72;

/** Looked for once. */
let font: { readonly path: string | null } | null = null;

/** Throws file_encrypted or file_damaged. */
export async function openPageImages(bytes: Uint8Array, password?: string): Promise<PageImages> {
  // Imported here: in a bundle it would else be loaded with every start.
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  font ??= { path: findChineseFont() };
  // The package keeps its module to itself; only through it can a font be lent.
  if (font.path !== null) lendChineseFont((library as unknown as { module: PdfiumModule }).module, font.path);
  const document = await library.loadDocument(bytes, password).catch((cause: unknown) => {
    library.destroy();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw /password|security/i.test(reason)
      ? new AppError('file_encrypted', {}, { cause })
      : new AppError('file_damaged', { reason }, { cause });
  });
  const pages = document.getPageCount();
  return {
    pages,
    async render(page, dpi) {
      if (page < 1 || page > pages) throw new AppError('not_found', { what: `${page}` });
      const sheet = document.getPage(page - 1);
      const { originalWidth, originalHeight } = sheet.getOriginalSize();
      const pixels = originalWidth * originalHeight * (dpi / POINTS_AN_INCH) ** 2;
      const fitting = dpi * Math.min(1, Math.sqrt(MOST_PIXELS / pixels));
      const { width, height, data } = await sheet.render({ scale: fitting / POINTS_AN_INCH, render: 'bitmap' });
      return { width, height, data, dpi: fitting };
    },
    close() {
      document.destroy();
      library.destroy();
    },
  };
}
