/** 落款: the bodies, or a signer, and the date by which a document is signed. */
import type { CleanLine } from '../clean/clean.ts';
import {
  ANNEX_MARK,
  COPIES,
  DATE_LINE,
  ISSUER_LINE,
  NOTE,
  OFFICE,
  SIGNATURE_WITH_DATE,
  SIGNER,
  SIGNER_OF_BODY,
} from './patterns.ts';
import { isRow } from './rows.ts';
import { findTitleEnd } from './title-lines.ts';

/** A signature takes so many lines above its date at most. */
const MOST_SIGNERS = 8;
/** 济南市人民政府2021年9月15日附件: what follows the date begins the annex */
export const ANNEX_BEHIND_DATE = /(?<=日)附件[\d一二三四五]?$/;
/** Bodies whose names end in other words sign too, but only right above a date. */
const OTHER_BODY =
  /^[\p{Script=Han}（）]{3,30}(?:会|社|组|中心|公司|集团|大学|学院|指挥部|[分支]行|[支大总]队|调查队)$/u;

const isSigningLine = (text: string): boolean =>
  [ISSUER_LINE, SIGNER, SIGNER_OF_BODY, OFFICE, OTHER_BODY].some((form) => form.test(text));

/** The first line of the signature whose date stands in line `at`; null when no signature ends there. */
export function signatureFrom(lines: readonly CleanLine[], at: number): number | null {
  const line = lines[at];
  if (line === undefined) return null;
  const dated = DATE_LINE.test(line.text.replace(ANNEX_BEHIND_DATE, ''));
  if (!dated && !SIGNATURE_WITH_DATE.test(line.spaced.replace(/\s/g, '').replace(ANNEX_BEHIND_DATE, ''))) return null;
  let from = at;
  while (from > 0 && at - from < MOST_SIGNERS && isSigningLine(lines[from - 1]?.text ?? '')) from -= 1;
  return dated && from === at ? null : from;
}

/** A date by itself signs where a seal stands for the name: behind the last sentence, with nothing but an annex, a note, a title or the end below. */
export function signsAlone(lines: readonly CleanLine[], at: number): boolean {
  if (!DATE_LINE.test(lines[at]?.text ?? '')) return false;
  const above = lines[at - 1]?.text ?? '';
  const below = lines[at + 1]?.text;
  if (!/[。！]|^附件?[：:]/.test(above) && !/^\d{1,2}[.．、]/.test(above) && !isRow(above)) return false;
  if (below === undefined || ANNEX_MARK.test(below) || NOTE.test(below) || COPIES.test(below)) return true;
  // …请认真贯彻执行。 / 二○一○年九月十三日 / 某某市重大行政决策程序规定
  return /[。！]$/.test(above) && findTitleEnd(lines, at + 1) !== null;
}
