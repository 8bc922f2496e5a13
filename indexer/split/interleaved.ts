/**
 * Two columns read as one: …市有关部门报送的申 （二）健全…机制。“项目管 / 报材料进行初审…: the start of a point from the
 * right column stands inside a sentence of the left. Where its number shows its place, it is put back there.
 */
import type { CleanLine } from '../clean/clean.ts';
import type { Problem } from '../model.ts';
import { readLabel } from '../text/labels.ts';
import { ENDS_SENTENCE } from './patterns.ts';

/** A point's label right behind a word, and the point's own words behind it; never （二）项 of a reference. */
const INTRUDER =
  /(?<=[\p{Script=Han}，](?<![第和及或与至款条]))（[二三四五六七八九十]{1,3}）(?=[\p{Script=Han}“"]{4})(?!.{0,2}[项款目])/u;
const SHORTEST_LINE = 8;
/** The column break is at most so many lines away. */
const REACH = 30;

export interface Repaired {
  readonly lines: readonly CleanLine[];
  readonly problems: readonly Problem[];
}

export function repairInterleaved(lines: readonly CleanLine[]): Repaired {
  const points = partPoints(lines);
  const stretches = partStretches(points.lines);
  return { lines: stretches.lines, problems: [...points.problems, ...stretches.problems] };
}

function partPoints(lines: readonly CleanLine[]): Repaired {
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

/** How far around a place other text may prove how its words go on. */
const WITNESSES = 300;
const LONG_LINE = 40;

/**
 * A stretch of a column printed before the paragraph that it belongs into: 发展的部署要求，…建成数字 / 为…关于加快数字化 产业化…
 * A blank that is left in the paragraph shows where a line ended; the place is certain when the words on both sides of
 * it, joined with the stretch, stand so elsewhere in the document.
 */
function partStretches(lines: readonly CleanLine[]): Repaired {
  const problems: Problem[] = [];
  const result: CleanLine[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line === undefined) break;
    const at = next === undefined ? null : findGap(lines, i, line, next);
    if (next === undefined || at === null) {
      result.push(line);
      continue;
    }
    const text = next.text.slice(0, at) + line.text + next.text.slice(at);
    problems.push(
      problem('columns_parted', `两栏串行，已按上下文复位：“${text.slice(Math.max(0, at - 6), at + 8)}”`, line),
    );
    const own = { line: next.line, text: next.source };
    const moved = [own, { line: line.line, text: line.source }, own];
    result.push({ ...next, text, spaced: text, line: line.line, moved, repaired: true });
    i += 1;
  }
  return { lines: result, problems };
}

function findGap(lines: readonly CleanLine[], index: number, line: CleanLine, next: CleanLine): number | null {
  const candidate =
    next.text.length >= LONG_LINE &&
    line.text.length >= SHORTEST_LINE &&
    / /.test(next.spaced) &&
    !/[。；：！？）]$/.test(line.text) &&
    ENDS_SENTENCE.test(next.text) &&
    /，/.test(line.text) &&
    readLabel(line.text) === null &&
    readLabel(next.text) === null;
  if (!candidate) return null;
  const around = [...lines.slice(Math.max(0, index - WITNESSES), index), ...lines.slice(index + 2, index + WITNESSES)];
  const witness = around.map(({ text }) => text).join('\n');
  return gapsOf(next).find((at) => proves(witness, next.text, at, line.text)) ?? null;
}

/** Where in the text the blanks stood. */
function gapsOf({ spaced, text }: CleanLine): number[] {
  const gaps: number[] = [];
  let at = 0;
  for (const c of spaced) {
    if (c === ' ' && text[at] !== ' ') gaps.push(at);
    else at += c.length;
  }
  return gaps;
}

function proves(witness: string, text: string, at: number, stretch: string): boolean {
  if (at < 4 || at > text.length - 4) return false;
  const entering = text.slice(at - 4, at) + stretch.slice(0, 4);
  const leaving = stretch.slice(-2) + text.slice(at, at + 3);
  return witness.includes(entering) && witness.includes(leaving);
}
