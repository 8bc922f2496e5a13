/**
 * Texts in traditional characters are recognised by the same patterns as all others: they are read in simplified form,
 * character for character, and what was read is given back as printed.
 */
import TRADITIONAL from 'opencc-js/dict/TSCharacters';
import type { ParsedDocument } from '../model.ts';

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  TRADITIONAL.split('|').flatMap((row): [string, string][] => {
    const [from = '', to = ''] = row.split(' ');
    return from.length === 1 && to.length === 1 && from !== to ? [[from, to]] : [];
  }),
);
/** Of the Chinese characters of a traditional text about a third have a simplified form; names in a simplified text, hardly any. */
const SHARE = 0.1;
const SAMPLE = 20_000;
/** CJK Unified Ideographs, as a table: every file that is read is asked. */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const IS_TRADITIONAL = Uint8Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, place) =>
  SIMPLIFIED.has(String.fromCharCode(FIRST_HAN + place)) ? 1 : 0,
);
const HAN = /\p{Script=Han}/gu;

/** `關於公共場所` is, `乾隆年间` is not. */
export function isTraditional(text: string): boolean {
  let han = 0;
  let traditional = 0;
  for (let at = Math.min(text.length, SAMPLE) - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(at);
    if (code < FIRST_HAN || code > LAST_HAN) continue;
    han += 1;
    traditional += IS_TRADITIONAL[code - FIRST_HAN] ?? 0;
  }
  return traditional > han * SHARE;
}

/** `第一條` gives `第一条`; as long as the text. */
export const simplify = (text: string): string => text.replace(HAN, (c) => SIMPLIFIED.get(c) ?? c);

/** Gives back as printed what was read from the simplified form of a text; what does not stand in it stays as it is. */
export class Restoring {
  readonly #printed: string;
  readonly #simplified: string;

  constructor(printed: string) {
    this.#printed = printed.replace(/\s/g, '');
    this.#simplified = simplify(this.#printed);
  }

  /** The first place of the words counts, from `from` on if they stand there. */
  restore(text: string, from = 0): { text: string; end: number } {
    const words = text.replace(/\s/g, '');
    const ahead = this.#simplified.indexOf(words, from);
    const at = ahead === -1 ? this.#simplified.indexOf(words) : ahead;
    if (words === '' || at === -1) return { text, end: from };
    let next = at;
    const restored = text.replace(/\S/g, () => this.#printed[next++] ?? '');
    return { text: restored, end: next };
  }
}

/** A document that was read in simplified form, as printed. Type, number, labels and addresses keep the form that is looked up. */
export function restoreDocument(document: ParsedDocument, restoring: Restoring): ParsedDocument {
  const one = (text: string): string => restoring.restore(text).text;
  const some = (text: string | null): string | null => text && one(text);
  let end = 0;
  const provisions = document.provisions.map((provision) => {
    const restored = restoring.restore(provision.text, end);
    end = restored.end;
    return { ...provision, text: restored.text };
  });
  return {
    ...document,
    title: one(document.title),
    issuers: document.issuers.map(one),
    addressee: some(document.addressee),
    attached: document.attached.map(one),
    attachments: document.attachments.map(one),
    notes: document.notes.map(one),
    copiesTo: some(document.copiesTo),
    body: provisions.map(({ text }) => text).join('\n'),
    provisions,
    citations: document.citations.map((citation) => ({
      ...citation,
      title: some(citation.title),
      quote: one(citation.quote),
    })),
    evidence: Object.fromEntries(Object.entries(document.evidence).map(([field, words]) => [field, one(words)])),
  };
}
