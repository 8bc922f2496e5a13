/**
 * Successive texts of one rule (试行 2017 → 2019 → 2020; the dated texts of a law) as a family, and what happened to them, as
 * events. Proposed from titles, repeals and amendments; each member says why it belongs.
 */
import type { ValidityStatus } from '../model.ts';
import { bareTitleKey } from '../text/title-key.ts';
import { readCitationsFrom, readCitationsTo } from './citing.ts';
import type { Database } from './database.ts';
import { readJudgement } from './judging.ts';
import { all, one } from './statements.ts';
import { lineKeyOf } from './title-names.ts';

export type FamilyReason = 'self' | 'title' | 'stem' | 'repeals' | 'amends';

export interface FamilyMember {
  readonly id: string;
  readonly status: ValidityStatus;
  readonly self: boolean;
  readonly reason: FamilyReason;
  readonly quote: string | null;
}

export interface LineageEvent {
  readonly on: string | null;
  readonly kind: 'issued' | 'effective' | 'amended' | 'partly-repealed' | 'repealed' | 'expires' | 'version';
  readonly of: string;
  readonly by: string | null;
  readonly quote: string | null;
}

export interface Lineage {
  readonly family: readonly FamilyMember[];
  readonly events: readonly LineageEvent[];
}

interface Relative {
  readonly reason: FamilyReason;
  readonly quote: string | null;
}

interface Head {
  readonly id: string;
  readonly title: string;
  readonly writtenOn: string | null;
  readonly effectiveOn: string | null;
}

const MOST_MEMBERS = 40;
const ORDER: readonly LineageEvent['kind'][] = [
  'issued',
  'effective',
  'version',
  'amended',
  'partly-repealed',
  'expires',
  'repealed',
];

export function readLineage(database: Database, id: string, day: string): Lineage {
  const heads = [...findFamily(database, id)]
    .flatMap(([member, why]) => {
      const head = headOf(database, member);
      return head === null ? [] : [{ head, why }];
    })
    .sort((a, b) => ((a.head.writtenOn ?? '') < (b.head.writtenOn ?? '') ? -1 : 1));
  const judged = heads.map(({ head, why }) => ({ head, why, judgement: readJudgement(database, head.id, day) }));
  return {
    family: judged.map(({ head, why, judgement }) => ({
      id: head.id,
      status: judgement.validity.status,
      self: head.id === id,
      ...why,
    })),
    events: judged
      .flatMap(({ head, judgement }) => eventsOf(head, judgement.proof))
      .sort((a, b) => order(a.on, b.on) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
  };
}

/** What is not dated comes last. */
const order = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

/** Ids with the reason why each belongs; from member to member, until nothing is added. */
function findFamily(database: Database, id: string): Map<string, Relative> {
  const family = new Map<string, Relative>([[id, { reason: 'self', quote: null }]]);
  for (const member of family.keys())
    for (const [relative, why] of relativesOf(database, member))
      if (family.size < MOST_MEMBERS && !family.has(relative)) family.set(relative, why);
  return family;
}

function relativesOf(database: Database, id: string): Map<string, Relative> {
  const found = new Map<string, Relative>();
  const self = one(database, 'SELECT key, title, issuers FROM documents WHERE id = ?', id);
  if (self === null) return found;
  const own = linesOf(database, Number(self.key), String(self.title));
  const mine = JSON.parse(String(self.issuers)) as string[];
  for (const row of all(database, SAME_NAME, Number(self.key))) {
    const theirs = JSON.parse(String(row.issuers)) as string[];
    const strangers = mine.length > 0 && theirs.length > 0 && !mine.some((issuer) => theirs.includes(issuer));
    if (strangers || !linesOf(database, Number(row.key), String(row.title)).some((key) => own.includes(key))) continue;
    const same = bareTitleKey(String(row.title)) === bareTitleKey(String(self.title));
    found.set(String(row.id), { reason: same ? 'title' : 'stem', quote: null });
  }
  for (const { relation, targetId, quote } of readCitationsFrom(database, id))
    if (relation === 'repeals' && targetId !== null && !found.has(targetId) && isAlike(database, targetId, own))
      found.set(targetId, { reason: 'repeals', quote });
  for (const { relation, documentId, quote } of readCitationsTo(database, id, 'changes'))
    if (relation === 'repeals' && !found.has(documentId) && isAlike(database, documentId, own))
      found.set(documentId, { reason: 'repeals', quote });
  return found;
}

/** Documents that share a title, or a name without （试行）, with this one or with a text that it issues. */
const SAME_NAME = `WITH names(name) AS (
    SELECT bare_title_key FROM documents WHERE key = ?1
    UNION SELECT title_key FROM attached_titles WHERE document_key = ?1
    UNION SELECT key FROM title_names WHERE document_key = ?1 AND kind = 'suffix')
  SELECT d.key, d.id, d.title, d.issuers FROM documents d WHERE d.key <> ?1 AND d.key IN (
    SELECT key FROM documents WHERE bare_title_key IN (SELECT name FROM names)
    UNION SELECT document_key FROM attached_titles WHERE title_key IN (SELECT name FROM names)
    UNION SELECT document_key FROM title_names WHERE kind = 'suffix' AND key IN (SELECT name FROM names))
  ORDER BY d.written_on LIMIT 60`;

/** Titles of the rule without （试行） and years: its own, and those of the texts that it issues. Empty for what is no rule. */
function linesOf(database: Database, key: number, title: string): string[] {
  const attached = one(database, 'SELECT attached FROM documents WHERE key = ?', key);
  const titles = [title, ...(JSON.parse(String(attached?.attached ?? '[]')) as string[])];
  return titles.flatMap((each) => lineKeyOf(each) ?? []);
}

/** A text that repeals another succeeds it when they are of one matter: their titles share most of their characters. */
function isAlike(database: Database, id: string, own: readonly string[]): boolean {
  const row = one(database, 'SELECT key, title FROM documents WHERE id = ?', id);
  if (row === null) return false;
  return linesOf(database, Number(row.key), String(row.title)).some((key) =>
    own.some((mine) => overlap(key, mine) >= ALIKE),
  );
}

const ALIKE = 0.6;

/** Share of pairs of characters that two titles have in common (Dice). */
function overlap(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
  const [first, second] = [pairs(a), new Set(pairs(b))];
  const shared = first.filter((pair) => second.has(pair)).length;
  return first.length === 0 ? 0 : (2 * shared) / (first.length + second.size);
}

function headOf(database: Database, id: string): Head | null {
  const row = one(database, 'SELECT id, title, written_on, effective_on FROM documents WHERE id = ?', id);
  return (
    row && {
      id,
      title: String(row.title),
      writtenOn: row.written_on as string | null,
      effectiveOn: row.effective_on as string | null,
    }
  );
}

const EVENT_OF: Readonly<Partial<Record<string, LineageEvent['kind']>>> = {
  'repealed-by': 'repealed',
  'partly-repealed-by': 'partly-repealed',
  'amended-by': 'amended',
  'newer-version': 'version',
  'expiry-passed': 'expires',
  effective: 'effective',
};

function eventsOf(
  { id, writtenOn }: Head,
  proof: readonly {
    rule: string;
    since: string | null;
    from: string | null;
    quote: string | null;
    by: string | null;
  }[],
): LineageEvent[] {
  const events: LineageEvent[] =
    writtenOn === null ? [] : [{ on: writtenOn, kind: 'issued', of: id, by: null, quote: null }];
  for (const { rule, since, from, quote, by } of proof) {
    const kind = EVENT_OF[rule];
    if (kind !== undefined) events.push({ on: since ?? from, kind, of: id, by, quote });
  }
  return events;
}
