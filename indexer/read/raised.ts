/** Numbers in small type above the line: powers, and marks of footnotes, which are no part of the number or word before them. */

/** By the digit that each is. */
export const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** km and a raised 2 → km²; what holds more than a number stays as it is. */
export const raiseNumber = (text: string): string =>
  /^\d{1,3}$/.test(text) ? [...text].map((digit) => RAISED[Number(digit)]).join('') : text;
