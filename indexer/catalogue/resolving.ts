/** From a citation to the one document of the library that it means: by number, by full title, by title without 中华人民共和国. */
import { bareTitleKey } from '../text/title-key.ts';
import type { Database } from './database.ts';
import { all } from './statements.ts';

export interface Cited {
  readonly number: string | null;
  readonly title: string | null;
}

export interface Target {
  readonly key: number;
  readonly id: string;
}

/** The cited document; null when the library has none that fits, or several: it never guesses. */
export function resolveCitation(database: Database, { number, title }: Cited): Target | null {
  const numbered =
    number === null ? [] : targets(database, 'SELECT key, id FROM documents WHERE number = ? LIMIT 2', number);
  if (numbered.length > 0 || title === null) return onlyOne(numbered);
  return onlyOne(targets(database, BY_TITLE, bareTitleKey(title)));
}

/** For one question to the catalogue, in which a law that a thousand documents cite is looked for once. */
export class Resolver {
  readonly #database: Database;
  readonly #found = new Map<string, string | null>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Id of the cited document; null as resolveCitation has it. */
  resolve(cited: Cited): string | null {
    const name = `${cited.number}\n${cited.title}`;
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    const target = resolveCitation(this.#database, cited)?.id ?? null;
    this.#found.set(name, target);
    return target;
  }
}

/** Citing a text that was issued with a notice (某市停车办法) means the notice. */
const BY_TITLE = `SELECT key, id FROM documents WHERE bare_title_key = ?1
  UNION SELECT d.key, d.id FROM attached_titles a JOIN documents d ON d.key = a.document_key WHERE a.title_key = ?1 LIMIT 2`;

const targets = (database: Database, sql: string, value: string): Target[] =>
  all(database, sql, value).map(({ key, id }) => ({ key: Number(key), id: String(id) }));

const onlyOne = (found: readonly Target[]): Target | null => (found.length === 1 ? (found[0] ?? null) : null);
