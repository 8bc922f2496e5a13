/** Cuts a text at the ranges to be marked. */

/** [start, end) in UTF-16 code units. */
export type Range = readonly [number, number];

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Index of the range that this segment marks, or null for text between marks. */
  readonly range: number | null;
}

/**
 * The segments of a part of a text in order, without gaps: their pieces joined are that part. Ranges may come in any order,
 * overlap or reach beyond the part; the one that begins first has the overlap, and what is outside is not marked.
 */
export function segments(text: string, ranges: readonly Range[], part: Range = [0, text.length]): Segment[] {
  const found: Segment[] = [];
  let [at, last] = part;
  last = Math.min(last, text.length);
  const inOrder = ranges.map(([start, end], range) => ({ start, end, range })).sort((a, b) => a.start - b.start);
  for (const { start, end, range } of inOrder) {
    const from = Math.max(start, at);
    const until = Math.min(end, last);
    if (until <= from) continue;
    if (from > at) found.push({ start: at, end: from, range: null });
    found.push({ start: from, end: until, range });
    at = until;
  }
  if (at < last) found.push({ start: at, end: last, range: null });
  return found;
}
