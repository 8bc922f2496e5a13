/**
 * Texts that are nearly the same and yet two documents: a draft for comment and what became of it, a notice issued twice.
 * They are paired for a librarian to look at, never merged. Versions of one rule, which bear the same title, are no such pair.
 */
import type { Database } from './database.ts';
import { similarity } from './identity.ts';
import { bandsOf } from './sketch.ts';
import { all, one, run } from './statements.ts';

/** Share of the shorter text's runs of characters that the other has too. */
const NEARLY_THE_SAME = 0.9;
/** A text that is a quarter longer contains the other rather than repeats it. */
const MOST_TIMES_LONGER = 1.25;
const MOST_CANDIDATES = 40;

export interface NearPair {
  readonly firstId: string;
  readonly secondId: string;
  /** Between 0.9 and 1. */
  readonly similarity: number;
  readonly dismissed: boolean;
}

interface NewText {
  readonly key: number;
  readonly id: string;
  readonly bareTitleKey: string;
  readonly body: string;
}

/** Part of the transaction that writes the document. A pair that was dismissed stays so. */
export function noteNearDuplicates(database: Database, { key, id, bareTitleKey, body }: NewText): void {
  run(database, 'DELETE FROM sketch_bands WHERE document_key = ?', key);
  run(database, 'DELETE FROM near_pairs WHERE dismissed = 0 AND (first_id = ?1 OR second_id = ?1)', id);
  const bands = bandsOf(body);
  if (bands.length === 0) return;
  for (const band of bands) run(database, 'INSERT INTO sketch_bands VALUES (?, ?)', band, key);
  for (const { other, text } of candidates(database, { key, bareTitleKey, bands, length: body.length })) {
    const share = similarity(body, text);
    if (share < NEARLY_THE_SAME) continue;
    const [first, second] = [id, other].sort() as [string, string];
    const sql = `INSERT INTO near_pairs (first_id, second_id, similarity) VALUES (?, ?, ?)
      ON CONFLICT (first_id, second_id) DO UPDATE SET similarity = excluded.similarity`;
    run(database, sql, first, second, share);
  }
}

const CANDIDATES = `SELECT d.id, d.body FROM (
    SELECT document_key, count(*) AS shared FROM sketch_bands
    WHERE band IN (SELECT value FROM json_each(?1)) AND document_key <> ?2 GROUP BY document_key ORDER BY shared DESC LIMIT ?3
  ) found JOIN documents d ON d.key = found.document_key
  WHERE d.bare_title_key <> ?4 AND d.characters BETWEEN ?5 AND ?6`;

function candidates(
  database: Database,
  {
    key,
    bareTitleKey,
    bands,
    length,
  }: Pick<NewText, 'key' | 'bareTitleKey'> & { bands: readonly number[]; length: number },
): { readonly other: string; readonly text: string }[] {
  const rows = all(
    database,
    CANDIDATES,
    JSON.stringify(bands),
    key,
    MOST_CANDIDATES,
    bareTitleKey,
    Math.floor(length / MOST_TIMES_LONGER),
    Math.ceil(length * MOST_TIMES_LONGER),
  );
  return rows.map(({ id, body }) => ({ other: String(id), text: String(body) }));
}

/** Pairs of which both documents are there and shown, the most alike first; dismissed ones only when asked for. */
export function readNearPairs(
  database: Database,
  { dismissed, offset, limit }: { readonly dismissed: boolean; readonly offset: number; readonly limit: number },
): { readonly total: number; readonly pairs: readonly NearPair[] } {
  const flag = dismissed ? 1 : 0;
  const rows = all(
    database,
    `SELECT p.* ${SHOWN_PAIRS} ORDER BY similarity DESC, first_id, second_id LIMIT ? OFFSET ?`,
    flag,
    limit,
    offset,
  );
  return {
    total: Number(one(database, `SELECT count(*) AS total ${SHOWN_PAIRS}`, flag)?.total ?? 0),
    pairs: rows.map((row) => ({
      firstId: String(row.first_id),
      secondId: String(row.second_id),
      similarity: Number(row.similarity),
      dismissed: row.dismissed === 1,
    })),
  };
}

const SHOWN_PAIRS = `FROM near_pairs p
  JOIN documents a ON a.id = p.first_id JOIN documents b ON b.id = p.second_id
  WHERE p.dismissed = ? AND p.first_id NOT IN (SELECT document_id FROM hidden_documents)
    AND p.second_id NOT IN (SELECT document_id FROM hidden_documents)`;

/** False when there is no such pair. */
export function dismissPair(database: Database, ids: readonly [string, string], dismissed: boolean): boolean {
  const [first, second] = [...ids].sort() as [string, string];
  if (one(database, 'SELECT 1 FROM near_pairs WHERE first_id = ? AND second_id = ?', first, second) === null)
    return false;
  run(
    database,
    'UPDATE near_pairs SET dismissed = ? WHERE first_id = ? AND second_id = ?',
    dismissed ? 1 : 0,
    first,
    second,
  );
  return true;
}
