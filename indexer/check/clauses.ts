/** Whether the clauses that a draft pins exist, and still say what they said: numbers of articles move from version to version. */
import { align } from '../compare/align.ts';
import { profilesOf, sharedWeight } from '../compare/profiles.ts';
import { type Unit, unitsOf } from '../compare/units.ts';
import type { Provision } from '../model.ts';
import { expandPin } from '../text/pins.ts';
import { type Remark, remark } from './findings.ts';
import type { DraftLibrary, LibraryText } from './library.ts';
import { readQuotation, saysSo, wordsOfClause } from './quoting.ts';
import { dayOf } from './standing.ts';

export interface PinnedClause {
  readonly remarks: readonly Remark[];
  /** Ordinal of the first clause that exists. */
  readonly provision: number | null;
}

const ARTICLE = /^第[^条]+条(?:之[一二三四五六七八九十]+)?/;

/** The articles of a text by label, and what became of them since the version before. */
export class Clauses {
  readonly #library: DraftLibrary;
  readonly #moves = new Map<string, Moves | null>();

  constructor(library: DraftLibrary) {
    this.#library = library;
  }

  /**
   * `words` is the sentence of the draft: it tells which of two versions its author had before him. `behind` is what follows
   * the pin, where the draft may quote the clause.
   */
  check(text: LibraryText, pin: string, { words, behind }: { words: string; behind: string }): PinnedClause {
    const provisions = this.#library.provisions(text.id);
    if (!provisions.some(({ kind }) => kind === 'article')) return { remarks: [], provision: null };
    const remarks: Remark[] = [];
    let first: number | null = null;
    const addresses = expandPin(pin);
    // Words quoted from one of several clauses may stand in any of them.
    const quotation = addresses.length === 1 ? readQuotation(behind) : null;
    for (const address of addresses) {
      const found = findClause(provisions, address);
      first ??= found?.ordinal ?? null;
      const one = found === undefined ? this.#missing(text, address, provisions) : this.#moved(text, address, words);
      if (one !== null) remarks.push(one);
      else if (found !== undefined && quotation !== null)
        remarks.push(...misquoted(text, address, provisions, quotation));
    }
    return { remarks, provision: first };
  }

  #missing(text: LibraryText, address: string, provisions: readonly Provision[]): Remark | null {
    const article = ARTICLE.exec(address)?.[0] ?? address;
    const held = provisions.find(({ path }) => path === article);
    if (held !== undefined && !isParagraphOf(address, article, provisions)) {
      return remark('no-such-clause', { about: address, proof: { document: text, quote: held.text } });
    }
    if (held !== undefined) return null;
    const now = this.#movesOf(text)?.newLabel(article) ?? null;
    const suggestion = now === null ? null : now + address.slice(article.length);
    return remark('no-such-clause', { about: address, suggestion, proof: { document: text, quote: null } });
  }

  #moved(text: LibraryText, address: string, words: string): Remark | null {
    const article = ARTICLE.exec(address)?.[0] ?? address;
    const moves = this.#movesOf(text);
    const now = moves?.newLabel(article) ?? null;
    if (moves === null || now === null || now === article || moves.meansNew(article, words)) return null;
    const suggestion = now + address.slice(article.length);
    const proof = { document: moves.before, quote: moves.oldText(article) };
    return remark('clause-moved', { about: address, suggestion, proof });
  }

  #movesOf(text: LibraryText): Moves | null {
    const known = this.#moves.get(text.id);
    if (known !== undefined) return known;
    const before = this.#library
      .byTitle(text.title)
      .filter((one) => one.id !== text.id && dayOf(one) < dayOf(text))
      .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))[0];
    const moves =
      before === undefined
        ? null
        : new Moves(before, this.#library.provisions(before.id), this.#library.provisions(text.id));
    this.#moves.set(text.id, moves);
    return moves;
  }
}

/** 第二章第一节 stands in the outline as 第一节, behind 第二章; 第三条第一款 as 第三条. */
function findClause(provisions: readonly Provision[], address: string): Provision | undefined {
  if (!/[编章节]$/.test(address))
    return (
      provisions.find(({ path }) => path === address) ??
      provisions.find(({ path }) => path === address.replace(/第一款$/, ''))
    );
  let found: Provision | undefined;
  for (const [step] of address.matchAll(/第[^编章节]+?(?:分编|编|章|节)/g)) {
    const from = found?.ordinal ?? -1;
    found = provisions.find(({ path, ordinal }) => path === step && ordinal > from);
    if (found === undefined) return undefined;
  }
  return found;
}

/** 第三条规定：“…” with other words than the clause has. */
function misquoted(text: LibraryText, address: string, provisions: readonly Provision[], quotation: string): Remark[] {
  const clause = findClause(provisions, address);
  const words = clause === undefined ? '' : wordsOfClause(provisions, clause.ordinal);
  return saysSo(words, quotation)
    ? []
    : [remark('misquoted', { about: address, proof: { document: text, quote: words } })];
}

/** An address below its article that our outline can tell to be missing; 目 and the like it may simply not have read. */
function isParagraphOf(address: string, article: string, provisions: readonly Provision[]): boolean {
  const rest = address.slice(article.length);
  const paragraph = /^第([^款项]+)款/.exec(rest)?.[0];
  // 第一款 is the article's own paragraph and has no address of its own.
  if (paragraph === '第一款') {
    const items = `${article}${rest.slice(paragraph.length)}`;
    return rest === paragraph || provisions.some(({ path }) => path === items);
  }
  return /目$/.test(rest);
}

/** From the articles of an earlier version to those of the current one. */
class Moves {
  readonly before: LibraryText;
  readonly #old = new Map<string, Unit>();
  readonly #now = new Map<string, Unit>();
  readonly #labels = new Map<string, string>();

  constructor(before: LibraryText, earlier: readonly Provision[], current: readonly Provision[]) {
    this.before = before;
    const [lefts, rights] = [unitsOf(earlier), unitsOf(current)];
    for (const unit of lefts) if (unit.kind === 'article') this.#old.set(unit.label, unit);
    for (const unit of rights) if (unit.kind === 'article') this.#now.set(unit.label, unit);
    for (const { left, right } of align(lefts, rights)) {
      const [from, to] = [lefts[left[0] ?? -1], rights[right[0] ?? -1]];
      if (from?.kind === 'article' && to?.kind === 'article') this.#labels.set(from.label, to.label);
    }
  }

  /** The number that the article of the earlier version has now; null when it is gone. */
  newLabel(article: string): string | null {
    return this.#labels.get(article) ?? null;
  }

  oldText(article: string): string | null {
    return this.#old.get(article)?.text ?? null;
  }

  /** Whether the words of the draft are nearer to what the article says now than to what it said before. */
  meansNew(article: string, words: string): boolean {
    const [old, now] = [this.#old.get(article)?.text ?? '', this.#now.get(article)?.text ?? ''];
    const { left, right, rarity } = profilesOf([words], [old, now]);
    const [said] = left;
    const [before, after] = right;
    if (said === undefined || before === undefined || after === undefined) return false;
    return sharedWeight(said, after, rarity) > sharedWeight(said, before, rarity);
  }
}
