/** What stands under a document and is none of its text: 附注, 主题词, 抄送, how many copies were printed. */
import type { CleanLine } from '../clean/clean.ts';
import { NOTE } from './patterns.ts';
import { printedOf } from './reflow.ts';
import type { Paragraph } from './split-document.ts';

/** 共印150份, 校对：某某: lines of the imprint, each for itself */
const IMPRINT = /^(?:（|共印|校对|打字|打印|承办|联系|电话|传真|经办|责任编辑)/;
/** Words, not a sentence: the blanks part them. */
const KEYWORDS = /^主题词：/;

/** One paragraph a note, whatever lines it takes. */
export function readNotes(lines: readonly CleanLine[]): Paragraph[] {
  const groups: CleanLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const ended = /[。）]$/.test(last?.at(-1)?.text ?? '。');
    if (last === undefined || ended || NOTE.test(line.text) || IMPRINT.test(line.text)) groups.push([line]);
    else last.push(line);
  }
  return groups.map((group) => joined(group, KEYWORDS.test(group[0]?.text ?? '') ? ' ' : ''));
}

/** 抄送：…。 over several lines or sentences is one list. */
export function readCopies(lines: readonly CleanLine[]): Paragraph | null {
  return lines.length === 0 ? null : joined(lines, '');
}

/** A note under a title, over one line or several. */
export const joinedNote = (lines: readonly CleanLine[]): Paragraph => joined(lines, '');

function joined(group: readonly CleanLine[], blank: string): Paragraph {
  const [first] = group;
  return {
    text: group.map(({ text, spaced }) => (blank === '' ? text : spaced)).join(blank),
    lines: [first?.line ?? 1, group.at(-1)?.line ?? 1],
    page: first?.page ?? null,
    printed: printedOf(group),
  };
}
