/** A clause as it is shown when somebody hovers over a citation of it: the lines of the clause, those meant marked. */
import type { Provision } from '../model.ts';
import type { Database } from './database.ts';
import { type Row, toProvision } from './rows.ts';
import { all, one } from './statements.ts';

export interface PreviewLine extends Pick<Provision, 'ordinal' | 'label' | 'text' | 'depth'> {
  readonly focus: boolean;
}

export interface Preview {
  /** Ordinal of what is meant; null when it is the document as a whole. */
  readonly ordinal: number | null;
  readonly path: string | null;
  readonly lines: readonly PreviewLine[];
  /** Lines of the clause that are left out. */
  readonly more: number;
}

const MOST_LINES = 12;
const BEGINNING = 3;
const CLAUSE =
  'SELECT * FROM provisions WHERE document_key = ?1 AND clause = (SELECT clause FROM provisions WHERE document_key = ?1 AND ordinal = ?2) ORDER BY ordinal';
const FIRST = 'SELECT * FROM provisions WHERE document_key = ? ORDER BY ordinal LIMIT ?';

/** The clause round the first of the ordinals; the beginning of the text when none is given. Null for an unknown document or place. */
export function readPreview(database: Database, id: string, ordinals: readonly number[]): Preview | null {
  const document = one(database, 'SELECT key, provision_count, body FROM documents WHERE id = ?', id);
  if (document === null) return null;
  const body = String(document.body);
  const [first] = ordinals;
  if (first === undefined) {
    const rows = all(database, FIRST, Number(document.key), BEGINNING);
    const more = Number(document.provision_count) - rows.length;
    return { ordinal: null, path: null, lines: rows.map((row) => toLine(row, id, body, [])), more };
  }
  const rows = all(database, CLAUSE, Number(document.key), first);
  const lines = rows.map((row) => toLine(row, id, body, ordinals));
  const at = lines.findIndex(({ ordinal }) => ordinal === first);
  const meant = lines[at];
  if (meant === undefined) return null;
  const from = Math.max(0, Math.min(at - 2, lines.length - MOST_LINES));
  const shown = lines.slice(from, from + MOST_LINES);
  return { ordinal: first, path: String(rows[at]?.path ?? ''), lines: shown, more: lines.length - shown.length };
}

function toLine(row: Row, id: string, body: string, meant: readonly number[]): PreviewLine {
  const { ordinal, label, text, depth } = toProvision(row, id, body);
  return { ordinal, label, text, depth, focus: meant.includes(ordinal) };
}
