/** 成文日期 and 印发日期. */
import type { SplitDocument } from '../split/split-document.ts';
import { DATE_PATTERN, findDates, readDate } from '../text/dates.ts';
import { readNotedNumber } from '../text/document-number.ts';
import type { DatedWords } from './dated-words.ts';

/** Words of a 题注 that date a text: when it was adopted, or last amended. */
const ADOPTED = /通过|公布|发布|批准|修正|修订|修改|制定|(?:会议|大会)上$/;
/** A date that only says since when: 自2020年1月1日起施行 */
const NOT_ADOPTED = /^[^；。]{0,6}起(?:施行|实施)/;

/** （2021年1月20日） alone under the title, where a gazette prints the date of a document instead of its signature. */
const UNDER_TITLE = new RegExp(`^（?${DATE_PATTERN}）?$`);

/** The day of the signature; for laws the day of the last adoption or amendment that the note under the title names. */
export function readWrittenOn(document: SplitDocument): DatedWords | null {
  const under = document.adoptionNote.find(({ text }) => UNDER_TITLE.test(text))?.text;
  const dated = under === undefined ? null : readDate(under);
  if (under !== undefined && dated !== null) return { day: dated, words: under };
  for (const { text } of [...document.signature].reverse()) {
    const day = findDates(text).at(-1)?.day;
    if (day !== undefined) return { day, words: text.trim() };
  }
  return readAdoptedOn(document.adoptionNote.map(({ text }) => text)) ?? readNotedOn(document.numberLine?.text ?? '');
}

/** （1985年5月4日皖政〔1985〕38号） under the title dates the document as well. */
function readNotedOn(words: string): DatedWords | null {
  const day = readNotedNumber(words) === null ? undefined : findDates(words)[0]?.day;
  return day === undefined ? null : { day, words };
}

/** （2020年9月6日印发） gives the day. Null without such a line. */
export function readPrintedOn(document: SplitDocument): DatedWords | null {
  const words = document.printNote?.text.trim() ?? '';
  const day = readDate(words);
  return day === null ? null : { day, words };
}

/** Of several dates the latest counts: the text printed is the one last amended. */
function readAdoptedOn(note: readonly string[]): DatedWords | null {
  let latest: DatedWords | null = null;
  for (const line of note) {
    const dates = findDates(line);
    dates.forEach(({ day, span }, index) => {
      const words = line.slice(span.start, dates[index + 1]?.span.start ?? line.length);
      const behind = line.slice(span.end);
      if (NOT_ADOPTED.test(behind) || !(ADOPTED.test(words) || note.length === 1)) return;
      if (latest === null || day > latest.day) latest = { day, words: words.trim() };
    });
  }
  return latest;
}
