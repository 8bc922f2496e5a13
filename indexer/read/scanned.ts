/** Which pages of a file have no text of their own and have not been recognised yet. */
import type { Problem } from '../model.ts';
import type { ReadOptions, SourcePage } from './read-text.ts';

export function unreadPages(pages: readonly SourcePage[], recognised: ReadOptions['recognised']): number[] {
  return pages.filter(({ page, scanned }) => scanned && !recognised?.has(page)).map(({ page }) => page);
}

/** One problem that names them all, or none. */
export function scannedProblem(pages: readonly SourcePage[], recognised: ReadOptions['recognised']): Problem[] {
  const unread = unreadPages(pages, recognised);
  if (unread.length === 0) return [];
  const message = `第 ${rangesOf(unread)} 页没有文字层，需要文字识别`;
  return [{ stage: 'read', code: 'pages_scanned', message, line: null }];
}

/** 1, 2, 3, 7 → 1–3、7 */
function rangesOf(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
