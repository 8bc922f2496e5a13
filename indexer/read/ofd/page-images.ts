/** Pages of an OFD as pixels, through a PDF of each page. */
import { AppError } from '../../errors.ts';
import { type Package, withPackage } from '../package.ts';
import { openPageImages, type PageImages } from '../pdf/page-images.ts';
import { drawPage } from './draw-page.ts';
import { openOfd } from './ofd-file.ts';

/** Throws file_encrypted, file_damaged or file_too_large. */
export async function openOfdImages(bytes: Uint8Array): Promise<PageImages> {
  const pages = await withPackage(bytes, async (parts) => (await openOfd(parts)).pages);
  return {
    pages,
    async render(number, dpi) {
      if (number < 1 || number > pages) throw new AppError('not_found', { what: `${number}` });
      // Opened anew for each page: a volume of scans would fill the memory with what was unpacked.
      const pdf = await withPackage(bytes, (parts) => pageAsPdf(parts, number));
      const images = await openPageImages(pdf);
      try {
        return await images.render(1, dpi);
      } finally {
        images.close();
      }
    },
    close: () => undefined,
  };
}

async function pageAsPdf(parts: Package, number: number): Promise<Uint8Array> {
  const page = await (await openOfd(parts)).readPage(number);
  return drawPage(page, async (id) => {
    const part = page.resources.pictures.get(id);
    return part !== undefined && parts.has(part) ? parts.bytes(part) : null;
  });
}
