/** From the address behind a citation (第三十三条第一款、第二款和第三十四条) to the provisions of the cited text, by their ordinals. */
import { expandPin } from '../text/pins.ts';
import { bareTitleKey } from '../text/title-key.ts';
import type { Database } from './database.ts';
import { all, one } from './statements.ts';

export interface ProvisionsCited {
  readonly ordinals: readonly number[];
  /** Addresses that the text does not have: it was numbered otherwise, or the citation is wrong. */
  readonly missing: readonly string[];
}

export interface CitedPlace {
  readonly pin: string;
  /** The title cited: in a notice that issues several texts, the articles of that text are meant. */
  readonly title: string | null;
}

type Paths = ReadonlyMap<string, readonly number[]>;
type Part = readonly [from: number, until: number];

/** For one question to the catalogue, in which the outline of a law is read once. */
export class ProvisionFinder {
  readonly #database: Database;
  readonly #paths = new Map<number, Paths>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** 第一款 is the line of the article itself; what the outline of that text does not have is missing. */
  find(documentKey: number, { pin, title }: CitedPlace): ProvisionsCited {
    const paths = this.#pathsOf(documentKey);
    const ordinals = new Set<number>();
    const missing: string[] = [];
    for (const address of expandPin(pin)) {
      const places = placesOf(paths, address);
      const part = places.length > 1 ? this.#partOf(documentKey, title) : null;
      const at = (part && places.find((place) => place >= part[0] && place < part[1])) ?? places[0];
      if (at === undefined) missing.push(address);
      else ordinals.add(at);
    }
    return { ordinals: [...ordinals], missing };
  }

  #pathsOf(documentKey: number): Paths {
    const known = this.#paths.get(documentKey);
    if (known !== undefined) return known;
    const paths = new Map<string, number[]>();
    for (const { ordinal, path } of all(this.#database, PATHS, documentKey)) {
      const address = writtenOut(String(path));
      const places = paths.get(address);
      if (places === undefined) paths.set(address, [Number(ordinal)]);
      else places.push(Number(ordinal));
    }
    this.#paths.set(documentKey, paths);
    return paths;
  }

  /** Where in the document the attached text of that title stands; null when it issues none of that name. */
  #partOf(documentKey: number, title: string | null): Part | null {
    if (title === null) return null;
    const body = String(one(this.#database, 'SELECT body FROM documents WHERE key = ?', documentKey)?.body ?? '');
    const heads = all(this.#database, HEADS, documentKey).map(({ ordinal, start, length }) => ({
      ordinal: Number(ordinal),
      key: bareTitleKey(body.slice(Number(start), Number(start) + Number(length))),
    }));
    const at = heads.findIndex(({ key }) => key === bareTitleKey(title));
    const head = heads[at];
    return head === undefined ? null : [head.ordinal, heads[at + 1]?.ordinal ?? Number.MAX_SAFE_INTEGER];
  }
}

const PATHS = "SELECT ordinal, path FROM provisions WHERE document_key = ? AND path <> '' ORDER BY ordinal";
const HEADS =
  "SELECT ordinal, start, length FROM provisions WHERE document_key = ? AND kind = 'title' ORDER BY ordinal";

/** 第115条 of the outline is 第一百一十五条, as addresses are compared. */
const writtenOut = (path: string): string => (/第\d+条/.test(path) ? (expandPin(path)[0] ?? path) : path);

/** 第二章第一节 is the first 第一节 behind 第二章: the outline counts sections by chapter and names them alone. */
function containerOf(paths: Paths, address: string): readonly number[] {
  let at = -1;
  for (const [step] of address.matchAll(/第[^编章节]+?(?:分编|编|章|节)/g)) {
    const next = paths.get(step)?.find((ordinal) => ordinal > at);
    if (next === undefined) return [];
    at = next;
  }
  return at === -1 ? [] : [at];
}

/** The outline leaves the first 款 to the article's own line, and 项 to the 款 that they follow. */
function placesOf(paths: Paths, address: string): readonly number[] {
  const places = paths.get(address) ?? paths.get(address.replace(/第一款(?=$|第)/, ''));
  if (places !== undefined) return places;
  if (/[编章节]$/.test(address)) return containerOf(paths, address);
  const heading = /^第(.+?)条/.exec(address)?.[1];
  // An amendment counts 一、二、 and is cited as 《刑法修正案（八）》第四十九条.
  if (heading !== undefined && !paths.has('第一条')) return paths.get(heading) ?? [];
  const item = /^(第[^款项]+条(?:之[^第]+)?)(第（.+）项.*)$/.exec(address);
  if (item === null) return [];
  const under = [...paths].filter(
    ([path]) => path.startsWith(`${item[1]}第`) && path.endsWith(`款${item[2]}`) && path.indexOf('款') > 0,
  );
  return under.length === 1 ? (under[0]?.[1] ?? []) : [];
}
