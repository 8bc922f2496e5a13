/**
 * Characters that the model takes for another in some sizes of print, put right where only one of the two makes a word.
 * At 150 dpi it reads the 门 of a Song face as 内 or 內: “有关部内” is 有关部门, while 国内, 部内设机构 and 区内前三名 stay.
 */

const HAN = /\p{Script=Han}/u;
/** What stands before 门 in words and never before 内, but for 部 before the words below. */
const BEFORE = new Set('部专热厦澳阀闸登');
/** What begins a word with 内: 部内设机构, 部内部. */
const INNER = new Set('设部外容控审在');
/** What stands after 门 in words; after 内 only where a place or a time goes before: 区内前三名, 境内户籍. */
const AFTER = new Set('前户槛类诊店牌票面卫口');

/** The text of a line that was recognised. */
export function likelyText(text: string): string {
  return text.replace(/[内內]/g, (sign, at: number) => (isGate(text[at - 1] ?? '', text[at + 1] ?? '') ? '门' : sign));
}

function isGate(before: string, after: string): boolean {
  if (BEFORE.has(before)) return !INNER.has(after);
  return AFTER.has(after) && !HAN.test(before);
}
