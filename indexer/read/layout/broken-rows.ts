/** A row of a table that a page break cuts: what stands on the next page is the rest of its cells. */
import { joinLines } from './table-cells.ts';

/** Ends of what a cell says, and of its sentences. */
const ENDED = /[。；！？;]$/;
const NUMBER = /^\d{1,4}[.、．]?$/;
/** A cell is cut only where it runs over several lines. */
const LONG = 12;

/**
 * Both rows as one, their cells parted by tabs; null where the second is a row of its own. Under a cell that goes over
 * several rows a row begins empty, too, but with a number, or below cells that are at an end.
 */
export function joinBrokenRow(above: string, below: string): string | null {
  const [upper, lower] = [above.split('\t'), below.split('\t')];
  if (upper.length !== lower.length || lower[0] !== '' || upper[0] === '') return null;
  const going = lower.flatMap((text, column) => (text === '' ? [] : [{ text, before: upper[column] ?? '' }]));
  const isRest = going.every(({ text, before }) => before !== '' && !ENDED.test(before) && !NUMBER.test(text));
  if (!isRest || !going.some(({ before }) => before.length >= LONG)) return null;
  return upper.map((text, column) => joinLines(text, lower[column] ?? '')).join('\t');
}
