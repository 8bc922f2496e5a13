/** A picture of a page, or a TIFF of several → its pages, all of them for OCR to read, with what OCR has read already. */
import type { ReadOptions, ReadText, SourceLine, SourcePage } from '../read-text.ts';
import { scannedProblem } from '../scanned.ts';
import { openPicture, pictureType } from './picture.ts';

const POINTS_AN_INCH = 72;

/** Throws file_damaged or file_too_large. */
export async function readImage(bytes: Uint8Array, { recognised }: ReadOptions = {}): Promise<ReadText> {
  const pages = openPicture(bytes).sizes.map(({ width, height, dpi }, index): SourcePage => {
    const scale = POINTS_AN_INCH / dpi;
    return { page: index + 1, width: width * scale, height: height * scale, scanned: true };
  });
  const lines: SourceLine[] = [];
  for (const { page } of pages)
    for (const line of recognised?.get(page) ?? []) lines.push({ ...line, page, line: lines.length + 1 });
  return {
    mediaType: pictureType(bytes) ?? 'image/tiff',
    encoding: null,
    lines,
    characters: lines.reduce((sum, { text }) => sum + text.length, 0),
    pages,
    metadata: null,
    problems: scannedProblem(pages, recognised),
  };
}
