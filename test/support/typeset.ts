/** Sets a text in columns as a gazette prints it: indented, broken at a width, with page numbers and running heads between. */

export interface Setting {
  /** In Chinese characters. */
  readonly width: number;
  /** Lines a page. */
  readonly page: number;
  /** What stands before each paragraph; two wide blanks unless told. */
  readonly indent?: string;
}

/** No line begins with these (GB/T 15834-2011 §5.1). */
const NEVER_FIRST = /^[，。；：、）》”]/;
const NARROW = /^[ -~]$/;

/** Each line is followed by an empty one, as converters leave it. `prose` are the paragraphs that are indented. */
export function typeset(
  paragraphs: readonly string[],
  prose: ReadonlySet<string>,
  { width, page, indent = '　　' }: Setting,
): string {
  const lines = paragraphs.flatMap((text) => (prose.has(text) ? breakLines(indent + text, width) : [text]));
  return lines
    .flatMap((line, index) => {
      if (index === 0 || index % page !== 0) return [line];
      return [`— ${index / page} —`, '某某市人民政府公报 (2022年第5期)', line];
    })
    .join('\n\n');
}

function breakLines(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // Latin words and numbers are not broken.
  for (const token of paragraph.match(/[A-Za-z0-9.%-]+|./gsu) ?? []) {
    const space = [...token].reduce((sum, c) => sum + (NARROW.test(c) ? 0.5 : 1), 0);
    if (line !== '' && used + space > width && !NEVER_FIRST.test(token)) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += token;
    used += space;
  }
  return line === '' ? lines : [...lines, line];
}
