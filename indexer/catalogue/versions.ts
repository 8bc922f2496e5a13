/** Successive texts of one title by one body, where the later supersedes the earlier: 公司法 of 2018 and of 2023. */
import type { Database } from './database.ts';
import { holdsFrom } from './resolving.ts';
import type { Row } from './rows.ts';
import { all } from './statements.ts';
import type { LaterVersion } from './validity.ts';

interface Version {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly writtenOn: string | null;
  readonly issuers: readonly string[];
  readonly holdsFrom: string | null;
}

const COLUMNS = 'id, title, bare_title_key, number, written_on, effective_on, issuers';
const OF_ONE_TITLE = `SELECT ${COLUMNS} FROM documents
  WHERE bare_title_key = (SELECT bare_title_key FROM documents WHERE id = ?) ORDER BY key`;
const OF_TITLES_OF = `SELECT ${COLUMNS} FROM documents WHERE bare_title_key IN
  (SELECT bare_title_key FROM documents WHERE id IN (SELECT value FROM json_each(?))) ORDER BY key`;
const OF_SHARED_TITLES = `SELECT ${COLUMNS} FROM documents
  WHERE bare_title_key IN (SELECT bare_title_key FROM documents GROUP BY 1 HAVING count(*) > 1) ORDER BY key`;

/** Later texts of the same title by the same body. */
export function readLaterVersions(database: Database, id: string): LaterVersion[] {
  const versions = all(database, OF_ONE_TITLE, id).map(toVersion);
  const own = versions.find((one) => one.id === id);
  return own === undefined ? [] : laterThan(own, versions);
}

/** The same of every document that has any, by its id. */
export const readAllLaterVersions = (database: Database): Map<string, LaterVersion[]> =>
  laterInGroups(all(database, OF_SHARED_TITLES));

/** The same of the documents that share a title with one of these. */
export const readLaterVersionsAround = (database: Database, ids: readonly string[]): Map<string, LaterVersion[]> =>
  laterInGroups(all(database, OF_TITLES_OF, JSON.stringify(ids)));

function laterInGroups(rows: readonly Row[]): Map<string, LaterVersion[]> {
  const groups = new Map<string, Version[]>();
  for (const row of rows) {
    // Thousands of appointments may share a title; only what comes in successive texts is compared.
    if (!SUCCESSIVE.test(String(row.title))) continue;
    const group = groups.get(String(row.bare_title_key));
    if (group === undefined) groups.set(String(row.bare_title_key), [toVersion(row)]);
    else group.push(toVersion(row));
  }
  const found = new Map<string, LaterVersion[]>();
  for (const versions of groups.values())
    for (const own of versions) {
      const later = laterThan(own, versions);
      if (later.length > 0) found.set(own.id, later);
    }
  return found;
}

/** What comes in successive texts. Appointments and awards of every year bear one title too, and supersede nothing. */
const SUCCESSIVE =
  /(?:法|条例|规定|办法|细则|规则|章程|规程|准则)(?:[（〈][^（）〈〉]*[）〉]|[》〉])*(?:的通知|的通告|的公告)?$/;

function laterThan(own: Version, versions: readonly Version[]): LaterVersion[] {
  return versions.flatMap((other) =>
    other.id !== own.id && supersedes(other, own) ? [{ documentId: other.id, holdsFrom: other.holdsFrom ?? '' }] : [],
  );
}

function supersedes(other: Version, own: Version): boolean {
  if (other.holdsFrom === null || own.holdsFrom === null || other.holdsFrom <= own.holdsFrom) return false;
  // One number and one day: a second print of the same text, kept because it differs.
  if (own.number !== null && own.number === other.number && isSameDay(own, other)) return false;
  return SUCCESSIVE.test(other.title) && own.issuers.some((issuer) => other.issuers.includes(issuer));
}

const isSameDay = (a: Version, b: Version): boolean =>
  a.writtenOn === null || b.writtenOn === null || a.writtenOn === b.writtenOn;

function toVersion(row: Row): Version {
  const writtenOn = row.written_on as string | null;
  return {
    id: String(row.id),
    title: String(row.title),
    number: row.number as string | null,
    writtenOn,
    issuers: JSON.parse(String(row.issuers)) as string[],
    holdsFrom: holdsFrom({ writtenOn, effectiveOn: row.effective_on as string | null }),
  };
}
