/** For the command line: has OCR read the pages of a file that have no text of their own, one after the other, in this process. */
import { openRecogniser } from '../read/ocr/recogniser.ts';
import { openPageSource } from '../read/page-source.ts';
import { toLine } from '../read/printed-line.ts';
import { readFile } from '../read/read-file.ts';
import type { ReadOptions, SourceLine } from '../read/read-text.ts';
import { unreadPages } from '../read/scanned.ts';

const DPI = 200;
const LONGEST_SIDE = 2600;

/** The options with what was recognised; the same options for a file whose pages all have text. Throws what reading throws. */
export async function recogniseScans(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
  onPage: (page: number, of: number) => void,
): Promise<ReadOptions> {
  const unread = unreadPages((await readFile(bytes, fileName, options)).pages, undefined);
  if (unread.length === 0) return options;
  const source = await openPageSource(bytes, options.password);
  const recogniser = await openRecogniser({ threads: 2 });
  const recognised = new Map<number, readonly SourceLine[]>();
  for (const page of unread) {
    onPage(recognised.size + 1, unread.length);
    const lines = await recogniser.recognise(await source.render(page, DPI), LONGEST_SIDE);
    recognised.set(
      page,
      lines.map((line, index) => toLine(line, index + 1, page)),
    );
  }
  source.close();
  await recogniser.close();
  return { ...options, recognised };
}
