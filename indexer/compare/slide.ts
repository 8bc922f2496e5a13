/**
 * Where a change may stand at several places with the same outcome, puts it where a reader sees it: round whole sentences and
 * paragraphs. 「国防教育|。国防教育|是基础」 says the same as 「|国防教育。|国防教育是基础」, which reads better.
 */
import type { DiffPart } from './text-diff.ts';

const SENTENCE_END = /[。；\n]$/;

/** Slides every change that stands alone between two unchanged stretches, as far as it then begins or ends a sentence. */
export function slideChanges(parts: readonly DiffPart[]): DiffPart[] {
  const slid = [...parts];
  for (let at = 1; at < slid.length; at += 1) {
    const [before, change, behind] = [slid[at - 1], slid[at], slid[at + 1]];
    if (before === undefined || change === undefined || change.kind === 'same' || !isPlain(before)) continue;
    if (behind !== undefined && !isPlain(behind)) continue;
    const earlier = slid[at - 2];
    const back = wantedShift(before.text, change.text, earlier === undefined || earlier.kind === change.kind);
    if (back === 0) continue;
    const carried = change.text.slice(change.text.length - back);
    slid[at - 1] = { kind: 'same', text: before.text.slice(0, before.text.length - back) };
    slid[at] = { kind: change.kind, text: carried + change.text.slice(0, change.text.length - back) };
    slid[at + 1] = { kind: 'same', text: carried + (behind?.text ?? '') };
  }
  return slid.filter(({ text }) => text !== '');
}

const isPlain = ({ kind, left }: DiffPart): boolean => kind === 'same' && left === undefined;

/** By how many characters to slide back: as far as the text before ends alike, where a sentence then begins. */
function wantedShift(before: string, change: string, open: boolean): number {
  if (SENTENCE_END.test(change) || !/[。；\n]/.test(change)) return 0;
  let shift = 0;
  let best = 0;
  while (shift < before.length && shift < change.length && before.at(-1 - shift) === change.at(-1 - shift)) {
    shift += 1;
    const begins = shift === before.length ? open : SENTENCE_END.test(before.slice(0, before.length - shift));
    if (begins && SENTENCE_END.test(change.slice(0, change.length - shift))) best = shift;
  }
  return best;
}
