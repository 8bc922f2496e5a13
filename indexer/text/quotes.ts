/** Quotation marks in their Chinese forms (GB/T 15834-2011). */

/** Straight quotes made curly by turns; a paragraph that has an odd number of them keeps the last as it is. */
export function curlQuotes(paragraph: string): string {
  const straight = paragraph.split('"').length - 1;
  if (straight < 2) return paragraph;
  let seen = 0;
  return paragraph.replace(/"/g, () => {
    seen += 1;
    if (seen === straight && straight % 2 === 1) return '"';
    return seen % 2 === 1 ? '“' : '”';
  });
}
