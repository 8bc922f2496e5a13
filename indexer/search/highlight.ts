/** Where the words of the query stand in a text: all their occurrences, by the same rules by which the clause index finds them. */
import { foldText } from '../text/fold.ts';
import { cutsRun } from '../text/grams.ts';

export type Highlight = [start: number, end: number];

const SAME_RUN = /^(?:\p{Script=Han}{2}|\d{2}|(?:(?!\p{Script=Han})[\p{L}\p{M}]){2})$/u;
const DRAWN_OUT = '—…～·';

/** Finds phrases in texts; made once for a query. */
export class Marker {
  private readonly patterns: readonly RegExp[];

  constructor(phrases: readonly string[]) {
    this.patterns = [...new Set(phrases.map((phrase) => foldText(phrase).trim()))].filter(Boolean).map(patternOf);
  }

  /** Spans of all occurrences, in order, those that touch or overlap as one. */
  mark(text: string): Highlight[] {
    const folded = foldText(text);
    const spans = this.patterns.flatMap((pattern) => occurrences(folded, pattern));
    return merge(spans);
  }

  /** How often each phrase occurs, in the order given. */
  counts(text: string): number[] {
    const folded = foldText(text);
    return this.patterns.map((pattern) => occurrences(folded, pattern).length);
  }
}

/** `双随机、一公开` as a pattern; blanks count only between two characters of one kind, as in the index. */
function patternOf(phrase: string): RegExp {
  const characters = [...phrase];
  let source = '';
  let previous = '';
  let blank = false;
  for (const character of characters) {
    if (character === ' ') {
      blank = true;
      continue;
    }
    if (DRAWN_OUT.includes(character) && character === previous) continue;
    if (previous !== '') {
      const same = SAME_RUN.test(previous + character);
      source += same ? (blank ? ' +' : '') : ' *';
    }
    source += character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + (DRAWN_OUT.includes(character) ? '+' : '');
    previous = character;
    blank = false;
  }
  return new RegExp(source, 'gu');
}

function occurrences(folded: string, pattern: RegExp): Highlight[] {
  const spans: Highlight[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(folded); match !== null; match = pattern.exec(folded)) {
    const end = match.index + match[0].length;
    if (!cutsRun(folded, match.index) && !cutsRun(folded, end)) spans.push([match.index, end]);
    // Occurrences may overlap: 人人 stands twice in 人人人.
    pattern.lastIndex = match.index + 1;
  }
  return spans;
}

function merge(spans: Highlight[]): Highlight[] {
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const merged: Highlight[] = [];
  for (const [start, end] of spans) {
    const last = merged.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
