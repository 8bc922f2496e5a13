/** How wide a line was printed and whether it is set in: by its box where the format says where it stands, else by its characters. */
import type { SourceLine } from '../read/read-text.ts';

/** A first line is set in by two characters (GB/T 9704-2012 §7.3.3); a centred line by more. */
const SET_IN_FROM = 1.5;
const SET_IN_TO = 3;

/** So many lines that reach the edge show where it is. */
const FULL_LINES = 2;
const AT_EDGE = 1.6;

/** In Chinese characters. */
export function widthOf({ text, box, size }: SourceLine): number {
  return box !== undefined && size !== undefined && size > 0 ? box.width / size : printedWidth(text);
}

/** Chinese characters and signs take one, Latin letters, digits and signs half; full-width digits are set closer than they are coded. */
function printedWidth(raw: string): number {
  let width = 0;
  for (const c of raw.trim()) {
    const code = c.charCodeAt(0);
    const digit = code >= 0xff10 && code <= 0xff19;
    width += digit ? 0.75 : code < 0x2e80 && !/[“”‘’—…]/.test(c) ? 0.5 : 1;
  }
  return width;
}

const column = ({ page, block }: SourceLine): string => `${page ?? 0}/${block ?? 0}`;

/**
 * Where the lines of each block begin from the left: the place where most of them do, within a point; where nearly all are
 * set in, the place left of it where one line begins and most lines of another block do.
 */
export function findMargins(lines: readonly SourceLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>();
  const sizes = new Map<string, number>();
  for (const line of lines) {
    if (line.box === undefined) continue;
    const key = column(line);
    const places = counts.get(key) ?? new Map<number, number>();
    const x = Math.round(line.box.x);
    counts.set(key, places.set(x, (places.get(x) ?? 0) + 1));
    sizes.set(`${key} ${x}`, line.size ?? 0);
  }
  const usual = new Map(
    [...counts].map(([key, places]) => [key, [...places].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0]),
  );
  const known = new Set(usual.values());
  return new Map(
    [...usual].map(([key, margin]) => {
      const size = sizes.get(`${key} ${margin}`) ?? 0;
      const outer = [...(counts.get(key)?.keys() ?? [])].filter((x) => {
        const by = (margin - x) / size;
        return by >= SET_IN_FROM && by <= SET_IN_TO && [x - 1, x, x + 1].some((place) => known.has(place));
      });
      return [key, outer.length === 0 ? margin : Math.min(...outer)];
    }),
  );
}

export function isSetIn(line: SourceLine, margins: ReadonlyMap<string, number>): boolean {
  const margin = margins.get(column(line));
  if (margin === undefined || line.box === undefined || !line.size) return false;
  const by = (line.box.x - margin) / line.size;
  return by >= SET_IN_FROM && by <= SET_IN_TO;
}

/**
 * How wide the block of each line is, in its characters: the print shows it where too few lines around are full. Null
 * where it does not, or where the format does not say where lines stand.
 */
export function blockWidths(lines: readonly SourceLine[], margins: ReadonlyMap<string, number>): (number | null)[] {
  const ends = new Map<string, number[]>();
  const endOf = ({ box }: SourceLine): number => (box === undefined ? 0 : box.x + box.width);
  for (const line of lines) {
    if (line.box === undefined || line.row) continue;
    const listed = ends.get(column(line));
    if (listed === undefined) ends.set(column(line), [endOf(line)]);
    else listed.push(endOf(line));
  }
  const edges = new Map([...ends].map(([key, all]) => [key, all.sort((a, b) => b - a)[FULL_LINES - 1] ?? 0]));
  return lines.map((line) => {
    const [margin, size, edge] = [margins.get(column(line)), line.size ?? 0, edges.get(column(line)) ?? 0];
    if (margin === undefined || line.row || size === 0) return null;
    const isEdge = (ends.get(column(line))?.[0] ?? 0) - edge < size * AT_EDGE;
    return isEdge ? (edge - margin) / size : null;
  });
}
