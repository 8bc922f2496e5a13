/** Numbered points that the source runs together in one paragraph are parted where their numbers follow each other. */
import { type Label, readLabel } from '../text/labels.ts';

/** What has been numbered so far: the last number of each kind of label. */
export class Numbering {
  readonly #last = new Map<Label['kind'], number>();

  note(text: string): void {
    const label = readLabel(text);
    if (label !== null) this.#last.set(label.kind, label.value);
  }

  /** 六 behind 五: the strongest sign that a label is one. */
  continues(label: Label): boolean {
    const last = this.#last.get(label.kind);
    return last !== undefined && label.value === last + 1;
  }
}

/** A label behind the end of a sentence, or behind the note in brackets that follows one. */
const INSIDE =
  /(?<=[。；]|。（[^（）]{1,80}）)(?:（[一二三四五六七八九十]{1,4}）(?=\p{Script=Han})|[一二三四五六七八九十]{1,3}、(?=\p{Script=Han})|\d{1,2}\.(?=\p{Script=Han})|第[零〇一二三四五六七八九十百]{1,7}条(?=[^、，。；和至或与及第规的所款项之]))/gu;

/** 〔…北延线。（三十一）凤彩路。…〕 gives two. Keeps the numbering up to date with what it gives. */
export function partItems(text: string, numbering: Numbering): string[] {
  numbering.note(text);
  const cuts: number[] = [];
  for (const { index } of text.matchAll(INSIDE)) {
    const rest = text.slice(index, index + 40);
    const label = readLabel(rest);
    const first = label?.kind === 'heading2' && label.value === 1;
    if (label === null || !(numbering.continues(label) || first)) continue;
    cuts.push(index);
    numbering.note(rest);
  }
  return [...cuts, text.length].map((cut, index) => text.slice(cuts[index - 1] ?? 0, cut));
}
