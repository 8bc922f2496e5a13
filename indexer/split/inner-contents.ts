/** A law or a plan prints a contents list of its own chapters under its title: it repeats headings, and is no text. */
import type { CleanLine } from '../clean/clean.ts';
import { CONTENTS_HEAD, ENDS_SENTENCE } from './patterns.ts';

const MOST_ENTRIES = 200;
/** …………12 */
const LEADER = /[\s·.…—-]*[（(]?\d{0,4}[）)]?$/;

/** Without the lists: 目录 and the lines behind it, up to the line that the list begins with, printed again. */
export function withoutContents(lines: readonly CleanLine[]): readonly CleanLine[] {
  const at = lines.findIndex(({ text }) => CONTENTS_HEAD.test(text));
  if (at === -1) return lines;
  const first = entryOf(lines[at + 1]);
  const again = lines.findIndex(
    (line, index) => index > at + 1 && index <= at + MOST_ENTRIES && first !== '' && entryOf(line) === first,
  );
  const entries = lines.slice(at + 1, again === -1 ? at + 1 : again);
  if (entries.length === 0 || entries.some(({ text }) => ENDS_SENTENCE.test(text))) {
    // Not repeated: the word alone says nothing, what follows it is text.
    return [...lines.slice(0, at), ...withoutContents(lines.slice(at + 1))];
  }
  return [...lines.slice(0, at), ...withoutContents(lines.slice(again))];
}

const entryOf = (line: CleanLine | undefined): string => (line?.text ?? '').replace(LEADER, '').replace(/\s/g, '');
