/** Title and author as an office program or a PDF keeps them. Whether they mean anything is for the describing to judge. */
import type { SourceMetadata } from './read-text.ts';

/** Null when neither says anything. */
export function toProperties(title: unknown, author: unknown): SourceMetadata | null {
  const [named, by] = [title, author].map((value) => (typeof value === 'string' ? value.trim() : ''));
  if (!named && !by) return null;
  return { ...(named ? { title: named } : {}), ...(by ? { issuers: [by] } : {}) };
}
