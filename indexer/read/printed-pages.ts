/** Lines with their boxes → pages with the places of their lines, as the catalogue keeps them. */
import type { PrintedPage, PrintedPlace } from '../model.ts';
import type { ReadText, SourceLine } from './read-text.ts';

/** `dropped` are the lines that cleaning took out: running heads and page numbers, of which no clause consists. */
export function printedPages({ pages, lines }: ReadText, dropped: ReadonlySet<number>): PrintedPage[] {
  const byPage = new Map<number, SourceLine[]>();
  for (const line of lines) {
    if (line.page === null) continue;
    const listed = byPage.get(line.page);
    if (listed === undefined) byPage.set(line.page, [line]);
    else listed.push(line);
  }
  return pages.map(({ page, width, height, scanned }) => {
    const listed = byPage.get(page) ?? [];
    // What a page prints under its text belongs to none of its lines.
    const own = listed.filter(({ note }) => note === undefined);
    return {
      page,
      width,
      height,
      scanned,
      firstLine: own[0]?.line ?? 0,
      lines: own.map((line) => placeOf(line, dropped)),
    };
  });
}

function placeOf({ box, text, line, confidence }: SourceLine, dropped: ReadonlySet<number>): PrintedPlace {
  const characters = dropped.has(line) ? 0 : text.replace(/\s/g, '').length;
  if (box === undefined) return [0, 0, 0, 0, characters];
  const place = [Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)] as const;
  return confidence === undefined ? [...place, characters] : [...place, characters, Math.floor(confidence * 100)];
}
