/** A dash in front of a listed point that was read as 一: known by the points around it, which kept theirs. */

/** Lines around that may show the list's own dashes. */
const REACH = 8;
const DASH = /^——?\p{Script=Han}/u;
/** 一是…, 一、…, 一方面… are words. */
const MISREAD = /^一(?![一二三四五六七八九十百千、是方般些个种条次批定旦律切名期体流级等年月日])(?=\p{Script=Han}{2})/u;

/** Indexes of the lines whose 一 is a dash. */
export function findMisreadDashes(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (!MISREAD.test(line)) return;
    const around = lines.slice(Math.max(0, index - REACH), index + REACH + 1);
    if (around.some((other) => DASH.test(other))) found.add(index);
  });
  return found;
}

export const restoreDash = (line: string): string => line.replace(MISREAD, '——');
