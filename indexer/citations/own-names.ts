/** What the citing document is called, and the texts that it issues: naming them cites nothing. */
import type { Provision } from '../model.ts';
import { issuedTexts } from '../text/carrier.ts';
import { titleKey } from '../text/title-key.ts';
import { isGeneralTitle } from './official-title.ts';
import type { Relation } from './relation.ts';
import type { NamedDocument } from './short-names.ts';

export interface CitingDocument {
  readonly number: string | null;
  readonly title: string;
}

export class OwnNames {
  readonly #number: string | null;
  readonly #keys = new Set<string>();

  constructor(self: CitingDocument, provisions: readonly Provision[]) {
    this.#number = self.number;
    const issued = issuedTexts(self.title);
    const about = self.title.indexOf('关于');
    const attached = provisions.filter(({ kind }) => kind === 'title').map(({ text }) => text);
    const titles = [self.title, ...(issued.forwards ? [] : issued.titles), ...attached];
    if (about > 0) titles.push(self.title.slice(about));
    for (const title of titles) for (const key of [titleKey(title), titleKey(stem(title))]) this.#keys.add(key);
  }

  /** An earlier text of the same title has another number, or is repealed: that is a citation. */
  isMeant({ title, number }: NamedDocument, relation: Relation | null): boolean {
    if (number !== null) return number === this.#number;
    if (title === null || relation?.relation === 'repeals') return false;
    return isGeneralTitle(title) || this.#keys.has(titleKey(title)) || this.#keys.has(titleKey(stem(title)));
  }
}

/** 《…办法》 in the text may stand for 《…办法（试行）》 of the title. */
const stem = (title: string): string => title.replace(/（(?:试行|暂行|\d{4}.{0,8})）$/, '');
