/** References inside a document, and how often each of its provisions is cited from inside and outside. */
import { findReferences, type InternalReference } from '../citations/references.ts';
import { readCitationsTo } from './citing.ts';
import type { Database } from './database.ts';
import { readProvisions } from './documents.ts';
import { all } from './statements.ts';

export interface CitedProvision {
  readonly ordinal: number;
  /** Mentions in other documents. */
  readonly external: number;
  /** Mentions in the document itself. */
  readonly internal: number;
}

const TAKEN =
  'SELECT c.start, c.length FROM documents d JOIN citations c ON c.document_key = d.key WHERE d.id = ? AND c.start IS NOT NULL';

/** What cites another document is no reference to this one: 《X法》第十二条. */
export function readReferences(database: Database, id: string): InternalReference[] {
  const taken = all(database, TAKEN, id).map(({ start, length }) => ({
    start: Number(start),
    end: Number(start) + Number(length),
  }));
  return findReferences(readProvisions(database, id), taken);
}

/** In reading order; provisions that nobody cites are left out. */
export function readCitedProvisions(database: Database, id: string): CitedProvision[] {
  const counts = new Map<number, { external: number; internal: number }>();
  const count = (ordinal: number, kind: 'external' | 'internal'): void => {
    const known = counts.get(ordinal) ?? { external: 0, internal: 0 };
    known[kind] += 1;
    counts.set(ordinal, known);
  };
  for (const { resolution } of readCitationsTo(database, id))
    for (const ordinal of resolution.provisions) count(ordinal, 'external');
  for (const { targets } of readReferences(database, id)) for (const ordinal of targets) count(ordinal, 'internal');
  return [...counts].map(([ordinal, both]) => ({ ordinal, ...both })).sort((a, b) => a.ordinal - b.ordinal);
}
