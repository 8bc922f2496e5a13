/** The truth that search is measured against: a plain scan of the texts, document by document, without any index. */
import type { Catalogue } from '../../indexer/catalogue/catalogue.ts';
import { foldText } from '../../indexer/text/fold.ts';
import { cutsRun } from '../../indexer/text/grams.ts';

export interface ScannedDocument {
  readonly id: string;
  /** Title, titles of what is attached, number, registration, issuers. */
  readonly heads: readonly string[];
  /** Paragraphs of each clause, by its first provision. */
  readonly clauses: ReadonlyMap<number, readonly string[]>;
}

/** Folded as texts are compared; a blank beside a sign, a number or a Latin word is nothing. */
export const compact = (text: string): string =>
  foldText(text)
    .replace(/ +/g, ' ')
    .replace(/(?<=\P{Script=Han}) (?=\D)|(?<=\D) (?=\P{Script=Han})|^ | $/gu, '');

export function scanDocuments(catalogue: Catalogue): ScannedDocument[] {
  return catalogue.facts().map(({ id }) => {
    const record = catalogue.document(id);
    const heads = [
      record?.title,
      ...(record?.attached ?? []),
      record?.number,
      record?.registration,
      ...(record?.issuers ?? []),
    ];
    const clauses = new Map<number, string[]>();
    for (const { clause, text } of catalogue.provisions(id))
      clauses.set(clause, [...(clauses.get(clause) ?? []), compact(text)]);
    return { id, heads: heads.map((head) => compact(head ?? '')), clauses };
  });
}

/** Whether a phrase stands in a text and cuts no number or Latin word there. */
export function occurs(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!cutsRun(text, at) && !cutsRun(text, at + phrase.length)) return true;
  return false;
}

export const holds = ({ heads, clauses }: ScannedDocument, phrase: string): boolean =>
  heads.some((text) => occurs(text, phrase)) ||
  [...clauses.values()].some((texts) => texts.some((text) => occurs(text, phrase)));

/** Whether a run can be asked for: something to look up, no half of a number, no quotes of its own. Latin is left to tables. */
export const canBeAsked = (phrase: string): boolean =>
  /[\p{L}\p{N}]/u.test(phrase) && !/[a-z—…～·“‘]|^ | $/.test(phrase);
