/** A saved web page → its lines and what its metadata table says. Nothing in it is run or fetched. */
import { load } from 'cheerio';
import { AppError } from '../../errors.ts';
import { decodeText } from '../encoding.ts';
import type { ReadOptions, ReadText } from '../read-text.ts';
import { markWhole } from '../whole.ts';
import { type BlockNode, readBlocks } from './blocks.ts';
import { findMainText } from './main-text.ts';
import { readMetadataTable } from './metadata-table.ts';
import { readPageMeta } from './page-meta.ts';

const HEAD_BYTES = 4096;
/** Deeper than any page that a person wrote; the parser would take minutes over it, and run out of stack. */
const DEEPEST = 1000;

/** Throws file_empty when the page prints nothing, file_undecodable or file_binary. */
export function readHtml(bytes: Uint8Array, options: ReadOptions = {}): ReadText {
  const { text, encoding } = decodePage(bytes, options.encoding);
  if (depthOf(text) > DEEPEST) throw new AppError('file_damaged', { reason: `> ${DEEPEST} <div>` });
  const page = load(text);
  const [table, meta] = [readMetadataTable(page), readPageMeta(page)];
  const metadata = table === null && meta === null ? null : { ...meta, ...table };
  const blocks = readBlocks(findMainText(page) as readonly BlockNode[]);
  if (blocks.length === 0) throw new AppError('file_empty');
  const lines = markWhole(blocks.map((block, index) => ({ ...block, line: index + 1, page: null })));
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  return { mediaType: 'text/html', encoding, lines, characters, pages: [], metadata, problems: [] };
}

/** A page names its encoding itself; where it is wrong, as on pages that were saved anew, the bytes decide. */
function decodePage(bytes: Uint8Array, wanted: string | undefined): ReturnType<typeof decodeText> {
  if (wanted !== undefined) return decodeText(bytes, wanted);
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  if (label !== undefined) {
    try {
      const decoder = new TextDecoder(/^gb/i.test(label) ? 'gb18030' : label, { fatal: true });
      return { text: decoder.decode(bytes), encoding: decoder.encoding };
    } catch {
      // not in that encoding: the bytes are asked
    }
  }
  return decodeText(bytes);
}

/** Elements that have no content, and those whose end may be left out: a list of a thousand <li> is not deep. */
const NOT_DEEPER = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th tbody thead tfoot colgroup option optgroup rp rt a'.split(
    ' ',
  ),
);

/** How deep elements that must be closed are nested at most. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, close, name = ''] of text.matchAll(/<(\/)?([a-z][^\s/>]*)/gi)) {
    if (NOT_DEEPER.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (close === undefined ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
