/**
 * What was found once is remembered from one snapshot to the next: keys only grow, so a repeated word is looked for in what came
 * since, and no search waits for all its words anew because a file has been imported.
 */
import { clausesMatching, matchesAnywhere } from '../catalogue/clause-index.ts';
import type { Database } from '../catalogue/database.ts';
import { Remembered } from './remembered.ts';

/** Clause keys and queries remembered. */
const MOST_KEYS = 4_000_000;
const MOST_QUERIES = 100_000;

interface Found {
  readonly keys: Int32Array;
  readonly revision: number;
  readonly replaced: number;
  /** All keys below were looked at. */
  readonly size: number;
}

/** The state of the library that is asked about. */
export interface Asked {
  readonly revision: number;
  /** How often clauses were replaced by others up to then. */
  readonly replaced: number;
  readonly documentOf: Int32Array;
}

export class FoundKeys {
  readonly #database: Database;
  readonly #found = new Remembered<Found>(MOST_KEYS, ({ keys }) => keys.length + 50);
  readonly #anywhere = new Remembered<Pick<Asked, 'revision' | 'replaced'> & { readonly found: boolean }>(
    MOST_QUERIES,
    () => 1,
  );

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keys of the heads and clauses that match a query of the clause index and belong to a document of that state. */
  matching(query: string, asked: Asked): Int32Array {
    const { revision, replaced, documentOf } = asked;
    const known = this.#found.get(query);
    if (known?.revision === revision) return known.keys;
    // A search that still goes on in an older state looks for itself.
    if (known !== undefined && known.revision > revision) return this.#look(query, 0, documentOf);
    const before = known?.keys ?? NONE;
    const kept = known === undefined || known.replaced === replaced ? before : inUse(before, documentOf);
    const keys = joined(kept, this.#look(query, known?.size ?? 0, documentOf));
    this.#found.set(query, { keys, revision, replaced, size: documentOf.length });
    return keys;
  }

  /** Whether a query matches at all. What stands somewhere goes on doing so while nothing is replaced. */
  matchesAnywhere(query: string, { revision, replaced }: Asked): boolean {
    const known = this.#anywhere.get(query);
    if (known?.found === true && known.replaced === replaced) return true;
    if (known?.revision === revision) return known.found;
    const found = matchesAnywhere(this.#database, query);
    this.#anywhere.set(query, { found, revision, replaced });
    return found;
  }

  #look(query: string, first: number, documentOf: Int32Array): Int32Array {
    return inUse(clausesMatching(this.#database, query, first), documentOf);
  }
}

const NONE = new Int32Array(0);

/** Without what was filed since, and what has been replaced. */
const inUse = (keys: Int32Array, documentOf: Int32Array): Int32Array =>
  keys.filter((key) => (documentOf[key] ?? -1) >= 0);

function joined(first: Int32Array, second: Int32Array): Int32Array {
  if (first.length === 0 || second.length === 0) return first.length === 0 ? second : first;
  const all = new Int32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
