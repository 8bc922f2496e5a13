/**
 * Two columns read as one: …市有关部门报送的申 （二）健全…机制。“项目管 / 报材料进行初审…: the start of a point from the
 * right column stands inside a sentence of the left. Where its number shows its place, it is put back there.
 */
import type { CleanLine } from '../clean/clean.ts';
import type { Problem } from '../model.ts';
import { readLabel } from '../text/labels.ts';
import { ENDS_SENTENCE } from './patterns.ts';

/** A point's label right behind a word, and the point's own words behind it; never （二）项 of a reference. */
const INTRUDER = /(?<=[\p{Script=Han}，](?<![第和及或与至款条]))（[二三四五六七八九十]{1,3}）(?=[\p{Script=Han}“"]{4})(?!.{0,2}[项款目])/u;
const SHORTEST_LINE = 8;
/** The column break is at most so many lines away. */
const REACH = 30;

export function repairInterleaved(lines: readonly CleanLine[]): { lines: readonly CleanLine[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const inserts = new Map<number, CleanLine>();
  const repaired = lines.map((line, index) => {
    const at = line.text.search(INTRUDER);
    const next = lines[index + 1];
    if (at < SHORTEST_LINE || next === undefined || readLabel(next.text) !== null) return line;
    const intruder = line.text.slice(at);
    const target = findPlace(lines, index, readLabel(intruder)?.value ?? 0);
    const where = `“${line.text.slice(Math.max(0, at - 6), at + 10)}”`;
    if (target === null) {
      problems.push(problem('columns_interleaved', `此处可能串栏：${where}`, line));
      return line;
    }
    problems.push(problem('columns_parted', `两栏串行，已按编号复位：${where}`, line));
    inserts.set(target, { ...line, text: intruder, spaced: intruder, starts: true, repaired: true });
    return { ...line, text: line.text.slice(0, at), spaced: line.text.slice(0, at), repaired: true };
  });
  if (inserts.size === 0) return { lines, problems };
  const placed = repaired.flatMap((line, index) => {
    const insert = inserts.get(index);
    // What follows the insert goes on in it, so it begins nothing, whatever a converter made of it.
    return insert === undefined ? [line] : [insert, { ...line, starts: false }];
  });
  return { lines: placed, problems };
}

/** The one line that goes on without a label right behind the point before: （一）…。 / 家”帮办服务团队…. */
function findPlace(lines: readonly CleanLine[], from: number, value: number): number | null {
  let before = 0;
  for (let i = from + 1; i < Math.min(lines.length, from + REACH); i += 1) {
    const line = lines[i];
    if (line === undefined) return null;
    const label = readLabel(line.text);
    if (label?.kind === 'heading2') {
      if (label.value >= value) return null;
      before = label.value;
    } else if (label === null && before === value - 1 && ENDS_SENTENCE.test(lines[i - 1]?.text ?? '')) return i;
  }
  return null;
}

function problem(code: string, message: string, { line }: CleanLine): Problem {
  return { stage: 'split', code, message, line };
}
