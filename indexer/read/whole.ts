/**
 * Whether the paragraphs of a file are whole ones. A DOCX or web page that was made from a PDF or a scan may hold each
 * printed line as a paragraph of its own; then its lines are joined as those of a text file are.
 */
import type { SourceLine } from './read-text.ts';

/** Titles and entries of lists are shorter, and end without a sign. */
const LONG = 18;
/** From this share of long paragraphs that end in the middle of a sentence on, they are printed lines. */
const BROKEN = 0.5;
const FEWEST = 8;
const ENDS = /[。；：！？…”’）》〕】!?;:.)\]]\s*$/;

/** The same lines, marked as whole paragraphs where they are. */
export function markWhole(lines: readonly SourceLine[]): SourceLine[] {
  const long = lines.filter(({ text, row }) => row !== true && text.trim().length >= LONG);
  const broken = long.filter(({ text }) => !ENDS.test(text)).length;
  const whole = long.length < FEWEST || broken < long.length * BROKEN;
  return lines.map((line) => (whole ? { ...line, whole } : line));
}
