/** From a citation to the one document of the library that it means: by number, by full title, by title without 中华人民共和国. Two candidates resolve to none. */
import { bareTitleKey } from '../text/title-key.ts';
import type { Database } from './database.ts';

interface Target {
  readonly key: number;
  readonly id: string;
}

/** The cited document; null when the library has none that fits, or several. */
export function resolveCitation(
  database: Database,
  citation: { readonly number: string | null; readonly title: string | null },
): Target | null {
  if (citation.number !== null) {
    const byNumber = database
      .prepare('SELECT key, id FROM documents WHERE number = ? LIMIT 2')
      .all(citation.number) as Target[];
    if (byNumber.length > 0) return byNumber.length === 1 ? (byNumber[0] ?? null) : null;
  }
  if (citation.title === null) return null;
  const key = bareTitleKey(citation.title);
  const byTitle = database
    .prepare(
      'SELECT key, id FROM documents WHERE bare_title_key = ? UNION SELECT d.key, d.id FROM attached_titles a JOIN documents d ON d.key = a.document_key WHERE a.title_key = ? LIMIT 2',
    )
    .all(key, key) as Target[];
  return byTitle.length === 1 ? (byTitle[0] ?? null) : null;
}
