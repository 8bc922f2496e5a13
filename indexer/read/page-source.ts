/** The pages of an original as pixels, whether a PDF, an OFD or a picture. */
import type { Bitmap } from './image/bitmap.ts';
import { openPicture, pictureType } from './image/picture.ts';
import { openOfdImages } from './ofd/page-images.ts';
import { openPageImages } from './pdf/page-images.ts';

export interface PageSource {
  readonly pages: number;
  /** Page from 1. Pictures come as they are. Throws not_found or file_damaged. */
  render(page: number, dpi: number): Promise<Bitmap>;
  close(): void;
}

/** Throws file_encrypted, file_damaged, file_too_large, or not_found for a format without pages. */
export async function openPageSource(bytes: Uint8Array, password?: string): Promise<PageSource> {
  if (pictureType(bytes) !== null) {
    const picture = openPicture(bytes);
    return { pages: picture.sizes.length, render: async (page) => picture.render(page), close: () => undefined };
  }
  // Of all zips only an OFD has pages.
  return isZip(bytes) ? openOfdImages(bytes) : openPageImages(bytes, password);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
