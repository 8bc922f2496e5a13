/** The topics of a document as rows, best first. */
import type { TopicSuggestion } from '../model.ts';
import type { Database } from './database.ts';
import { run } from './statements.ts';

/** In place of those it had. */
export function writeTopics(database: Database, key: number, topics: readonly TopicSuggestion[]): void {
  run(database, 'DELETE FROM document_topics WHERE document_key = ?', key);
  const sql = 'INSERT INTO document_topics (document_key, rank, subject, score, second) VALUES (?, ?, ?, ?, ?)';
  for (const [rank, { subject, second, score }] of topics.entries())
    run(database, sql, key, rank, subject, score, second ?? null);
}
