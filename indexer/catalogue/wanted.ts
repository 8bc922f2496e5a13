/** 被引而未收: what the documents of the library cite and the library does not have; the librarian's list of what to acquire. */
import type { CitationRelation } from '../model.ts';
import { bareTitleKey } from '../text/title-key.ts';
import type { Database } from './database.ts';
import { Resolver } from './resolving.ts';
import { all } from './statements.ts';

export interface WantedDocument {
  readonly number: string | null;
  readonly title: string | null;
  readonly mentions: number;
  /** How many documents cite it. */
  readonly documents: number;
  readonly relations: readonly { readonly relation: CitationRelation; readonly count: number }[];
  /** Ids of some of them, latest first. */
  readonly by: readonly string[];
}

interface Tally {
  number: string | null;
  title: string | null;
  mentions: number;
  readonly relations: Map<CitationRelation, number>;
  readonly by: Map<string, string>;
}

const SHOWN = 5;
const CITED = `SELECT c.number, c.title, c.title_key, c.relation, d.id, d.written_on FROM citations c JOIN documents d ON d.key = c.document_key
  ORDER BY c.id`;

/** Most cited first. A text that is only ever repealed is not asked for: it is of no use any more. */
export function readWanted(database: Database): WantedDocument[] {
  const resolver = new Resolver(database);
  const tallies = new Map<string, Tally>();
  for (const row of all(database, CITED)) {
    const number = row.number as string | null;
    const title = row.title as string | null;
    if (resolver.knows({ number, title })) continue;
    const tally = tallyOf(tallies, number, title);
    const relation = String(row.relation) as CitationRelation;
    tally.mentions += 1;
    tally.relations.set(relation, (tally.relations.get(relation) ?? 0) + 1);
    tally.by.set(String(row.id), String(row.written_on ?? ''));
  }
  return [...new Set(tallies.values())]
    .filter(({ relations }) => relations.size > 1 || !relations.has('repeals'))
    .map(toWanted)
    .sort((a, b) => b.documents - a.documents || b.mentions - a.mentions);
}

/** One document is named by number here, by title there, by both elsewhere; two numbers of one title are two documents. */
function tallyOf(tallies: Map<string, Tally>, number: string | null, title: string | null): Tally {
  const titleKey = title === null ? null : `title ${bareTitleKey(title)}`;
  const byTitle = titleKey === null ? undefined : tallies.get(titleKey);
  const known =
    (number === null ? undefined : tallies.get(`number ${number}`)) ??
    (byTitle !== undefined && (number === null || byTitle.number === null || byTitle.number === number)
      ? byTitle
      : undefined);
  const tally = known ?? { number, title, mentions: 0, relations: new Map(), by: new Map() };
  tally.number ??= number;
  tally.title ??= title;
  if (number !== null) tallies.set(`number ${number}`, tally);
  if (titleKey !== null && !tallies.has(titleKey)) tallies.set(titleKey, tally);
  if (number === null && titleKey === null) tallies.set('', tally);
  return tally;
}

function toWanted({ number, title, mentions, relations, by }: Tally): WantedDocument {
  const latest = [...by].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0));
  return {
    number,
    title,
    mentions,
    documents: by.size,
    relations: [...relations].map(([relation, count]) => ({ relation, count })).sort((a, b) => b.count - a.count),
    by: latest.slice(0, SHOWN).map(([id]) => id),
  };
}
