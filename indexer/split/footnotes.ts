/** Footnotes, which a file prints at the foot of its pages, go to the end of the document that bears their marks. */
import type { CleanLine } from '../clean/clean.ts';
import type { Paragraph, SplitDocument } from './split-document.ts';

/** `notes` are their lines, the first of each indented; `marks` tells the line of the source that bears a line's mark. */
export function addFootnotes(
  documents: readonly SplitDocument[],
  notes: readonly CleanLine[],
  marks: ReadonlyMap<number, number>,
): SplitDocument[] {
  const paragraphs = joinNotes(notes);
  return documents.map((document, index) => {
    const from = index === 0 ? 0 : document.lines[0];
    const until = documents[index + 1]?.lines[0] ?? Number.POSITIVE_INFINITY;
    const own = paragraphs.filter(({ lines }) => {
      const mark = marks.get(lines[0]) ?? lines[0];
      return mark >= from && mark < until;
    });
    return own.length === 0 ? document : { ...document, content: [...document.content, ...own] };
  });
}

function joinNotes(notes: readonly CleanLine[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const { text, line, page, source, indented, whole } of notes) {
    const last = joined.at(-1);
    if (last === undefined || indented || whole)
      joined.push({ text, lines: [line, line], page, printed: [{ line, text: source }], footnote: true });
    else
      joined[joined.length - 1] = {
        ...last,
        text: last.text + text,
        lines: [last.lines[0], line],
        printed: [...(last.printed ?? []), { line, text: source }],
      };
  }
  return joined;
}
