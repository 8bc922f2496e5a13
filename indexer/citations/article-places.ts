/** Where articles, their 款 and 项 stand in an outline, so that 前款 and 本办法第十二条 can be looked up; each attached text by itself. */
import type { Provision } from '../model.ts';
import { readNumeral } from '../text/numerals.ts';
import { expandPin } from '../text/pins.ts';

export interface ArticlePlaces {
  /** Whether the text that this provision stands in has articles at all. */
  hasArticles(ordinal: number): boolean;
  /** The provisions of these addresses in the same text; addresses that it does not have are left out. */
  at(ordinal: number, addresses: readonly string[]): readonly number[];
  /** `count` articles from the own one plus `offset` on; fewer at the beginning. */
  articles(ordinal: number, offset: number, count: number): readonly number[];
  paragraphs(ordinal: number, offset: number, count: number): readonly number[];
  items(ordinal: number, offset: number, count: number): readonly number[];
  /** The next 条, 款 or 项. */
  next(ordinal: number, level: string): readonly number[];
  /** 第二款 or 第（三）项 under the one place given; the places themselves when nothing is asked under them. */
  under(places: readonly number[], tail: string): readonly number[];
  containerOf(ordinal: number, kind: 'chapter' | 'section'): readonly number[];
}

interface Article {
  readonly ordinal: number;
  /** Ordinals of its 款, its own line first. */
  readonly paragraphs: number[];
  /** Its 项, each with the 款 that it stands under. */
  readonly items: { readonly ordinal: number; readonly value: number; readonly paragraph: number }[];
}

/** One text: the document’s own, or one that it issues. */
interface Part {
  readonly articles: Article[];
  readonly paths: Map<string, number>;
}

export function placeArticles(provisions: readonly Provision[]): ArticlePlaces {
  const partOf: Part[] = [];
  const articleOf: (Article | null)[] = [];
  let part: Part = { articles: [], paths: new Map() };
  let article: Article | null = null;
  for (const provision of provisions) {
    if (provision.kind === 'title') part = { articles: [], paths: new Map() };
    article = articleAt(provision, part, article);
    partOf.push(part);
    articleOf.push(article);
    const address = addressOf(provision.path);
    if (address !== '' && !part.paths.has(address)) part.paths.set(address, provision.ordinal);
  }
  return new Places(provisions, partOf, articleOf);
}

function articleAt({ kind, ordinal, label }: Provision, part: Part, open: Article | null): Article | null {
  if (kind === 'article') {
    const article: Article = { ordinal, paragraphs: [ordinal], items: [] };
    part.articles.push(article);
    return article;
  }
  if (open === null || /title|part|chapter|section|heading/.test(kind)) return null;
  if (kind === 'paragraph') open.paragraphs.push(ordinal);
  if (kind === 'item')
    open.items.push({
      ordinal,
      value: readNumeral(label.replace(/[（）]/g, '')) ?? 0,
      paragraph: open.paragraphs.at(-1) ?? ordinal,
    });
  return open;
}

const addressOf = (path: string): string => (/第\d+条/.test(path) ? (expandPin(path)[0] ?? path) : path);

class Places implements ArticlePlaces {
  readonly #provisions: readonly Provision[];
  readonly #partOf: readonly Part[];
  readonly #articleOf: readonly (Article | null)[];

  constructor(provisions: readonly Provision[], partOf: readonly Part[], articleOf: readonly (Article | null)[]) {
    this.#provisions = provisions;
    this.#partOf = partOf;
    this.#articleOf = articleOf;
  }

  hasArticles(ordinal: number): boolean {
    return (this.#partOf[ordinal]?.articles.length ?? 0) > 0;
  }

  at(ordinal: number, addresses: readonly string[]): readonly number[] {
    const paths = this.#partOf[ordinal]?.paths;
    const places = addresses.map((address) => this.#place(paths, address));
    return [...new Set(places.filter((place) => place !== undefined))];
  }

  /** The outline leaves out 第一款; and texts leave out the 款 of a 项 where only one has any. */
  #place(paths: Part['paths'] | undefined, address: string): number | undefined {
    const place = paths?.get(address) ?? paths?.get(address.replace(/第一款(?=$|第)/, ''));
    if (place !== undefined) return place;
    const heading = /^第(.+?)条/.exec(address)?.[1];
    if (heading !== undefined && paths?.has('第一条') === false && paths.has(heading)) return paths.get(heading);
    const [, article, tail] = /^(第[^款项]+条(?:之[^第]+)?)(第（.+）项)$/.exec(address) ?? [];
    const at = article === undefined ? undefined : paths?.get(article);
    return at === undefined ? undefined : this.under([at], tail ?? '')[0];
  }

  articles(ordinal: number, offset: number, count: number): readonly number[] {
    const all = this.#partOf[ordinal]?.articles ?? [];
    const article = this.#articleOf[ordinal] ?? null;
    const own = article === null ? -1 : all.indexOf(article);
    return own === -1 ? [] : window(all, own + offset, count).map((article) => article.ordinal);
  }

  paragraphs(ordinal: number, offset: number, count: number): readonly number[] {
    const all = this.#articleOf[ordinal]?.paragraphs ?? [];
    return window(all, all.findLastIndex((at) => at <= ordinal) + offset, count);
  }

  /** 前项 in an item is the item before; in the 款 behind a list, its last ones. */
  items(ordinal: number, offset: number, count: number): readonly number[] {
    const all = this.#articleOf[ordinal]?.items ?? [];
    const own = all.findIndex((item) => item.ordinal === ordinal);
    const at = own === -1 ? all.filter((item) => item.ordinal < ordinal).length : own;
    return window(all, at + offset, count).map((item) => item.ordinal);
  }

  next(ordinal: number, level: string): readonly number[] {
    if (level === '条') return this.articles(ordinal, 1, 1);
    return level === '款' ? this.paragraphs(ordinal, 1, 1) : this.items(ordinal, 1, 1);
  }

  under(places: readonly number[], tail: string): readonly number[] {
    const [place] = places;
    if (tail === '' || place === undefined || places.length > 1) return places;
    const article = this.#articleOf[place];
    const [, paragraph] = /第([^款项（）]+)款/.exec(tail) ?? [];
    const [, item] = /第（?([^款项（）]+)）?项/.exec(tail) ?? [];
    const line = paragraph === undefined ? place : article?.paragraphs[(readNumeral(paragraph) ?? 0) - 1];
    if (item === undefined || line === undefined) return line === undefined ? [] : [line];
    const value = readNumeral(item);
    const named = (article?.items ?? []).filter((one) => one.value === value);
    const here = named.filter((one) => one.paragraph === line);
    return (here.length > 0 ? here : named.length === 1 ? named : []).slice(0, 1).map(({ ordinal }) => ordinal);
  }

  containerOf(ordinal: number, kind: 'chapter' | 'section'): readonly number[] {
    for (let at: number | null = ordinal; at !== null; at = this.#provisions[at]?.parent ?? null)
      if (this.#provisions[at]?.kind === kind) return [at];
    return [];
  }
}

/** Places [from, from + count) of a list, as far as it has them. */
function window<T>(list: readonly T[], from: number, count: number): readonly T[] {
  return from + count <= 0 ? [] : list.slice(Math.max(0, from), from + count);
}
