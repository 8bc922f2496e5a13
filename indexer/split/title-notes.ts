/** The notes right under a title: when and by whom a text was passed, where a report was given; over one line or several. */
import type { CleanLine } from '../clean/clean.ts';
import { readSpeaker } from '../text/speaker.ts';
import { ADOPTION_NOTE, ENDS_SENTENCE, ISSUER_LINE, SIGNER, SPOKEN_NOTE } from './patterns.ts';
import { titleOf } from './title-lines.ts';

const MOST_LINES = 4;
/** ——2021年3月29日在某某省第十三届人民代表大会: the rest of the meeting's name stands in the next line. */
const SPEAKS = /^[—-]{1,2}(?:\d{4}年\d{1,2}月\d{1,2}日)?[在于]/;

/** The rest of a meeting's name */
const MEETING_GOES_ON = /^(?:常务委员会|第[一二三四五六七八九十百]{1,4}次).{0,20}(?:会议|会)上?$/;

/** A note as one text, and how many lines it takes. Null when none begins in this line. */
export function readNoteAt(lines: readonly CleanLine[], at: number): { text: string; count: number } | null {
  for (let count = 1; count <= Math.min(MOST_LINES, lines.length - at); count += 1) {
    const text = titleOf(lines, at, at + count);
    if (ENDS_SENTENCE.test(text)) return null;
    const open = text.startsWith('（') && !text.includes('）');
    if (MEETING_GOES_ON.test(lines[at + count]?.text ?? '') && SPEAKS.test(text)) continue;
    if (!open && (ADOPTION_NOTE.test(text) || SPOKEN_NOTE.test(text))) return { text, count };
    if (!open && !SPEAKS.test(text)) return null;
  }
  return null;
}

/** （2021年5月27日…会议通过） under the title, or a date alone; or where a report was given, and by whom: each with its lines. */
export function readTitleNotes(lines: readonly CleanLine[]): readonly (readonly CleanLine[])[] {
  const notes: (readonly CleanLine[])[] = [];
  let at = 0;
  let spoken = false;
  while (at < lines.length) {
    const note = readNoteAt(lines, at);
    if (note === null && !isName(lines, at, spoken)) break;
    const count = note?.count ?? 1;
    spoken ||= note !== null && SPOKEN_NOTE.test(note.text);
    notes.push(lines.slice(at, at + count));
    at += count;
  }
  return notes;
}

/** Who gave the report; 某某省统计局 / （2021年3月1日）: who issued it, where others print a 题注. */
function isName(lines: readonly CleanLine[], at: number, spoken: boolean): boolean {
  const [text = '', next = ''] = lines.slice(at, at + 2).map((line) => line.text);
  if (spoken && (readSpeaker(text) !== null || ISSUER_LINE.test(text))) return true;
  if (SIGNER.test(text) && /^（.*）$/.test(next)) return true;
  return ISSUER_LINE.test(text) && next.startsWith('（') && readNoteAt(lines, at + 1) !== null;
}
