/** Gathers what bears on the validity of a document, and hands it to validity.ts. */
import type { Validity } from '../model.ts';
import { readCitationsTo } from './citing.ts';
import { readHandSetValidity } from './corrections.ts';
import type { Database } from './database.ts';
import { holdsFrom } from './resolving.ts';
import { all, one } from './statements.ts';
import { type Judgement, judge, type LaterVersion, type Reason, reasonsFor, type ValidityFacts } from './validity.ts';

/** What someone vouches for comes before every rule. */
export function readValidity(database: Database, id: string, day: string): Validity {
  return readHandSetValidity(database, id, day) ?? readJudgement(database, id, day).validity;
}

export function readJudgement(database: Database, id: string, day: string): Judgement {
  return judge(day, readReasons(database, id), handSetReason(database, id));
}

/** Everything but what is set by hand. */
export function readReasons(database: Database, id: string): Reason[] {
  const changes = readCitationsTo(database, id, 'changes').map(
    ({ relation, pin, quote, trigger, documentId, citing }) => ({
      relation,
      pin,
      quote,
      trigger,
      documentId,
      ...citing,
    }),
  );
  return reasonsFor(readFactsOf(database, id), changes, laterVersions(database, id));
}

/** It may hold from a day still to come. */
function handSetReason(database: Database, id: string): Reason | null {
  const set = readHandSetValidity(database, id, '9999-12-31');
  if (set === null) return null;
  const { status, rule, quote, since } = set;
  return { status, rule, quote, since, from: since, until: null, by: null, pin: null };
}

function readFactsOf(database: Database, id: string): ValidityFacts {
  const row = one(
    database,
    'SELECT written_on, effective_on, expires_on, type, evidence FROM documents WHERE id = ?',
    id,
  );
  return {
    writtenOn: (row?.written_on ?? null) as string | null,
    effectiveOn: (row?.effective_on ?? null) as string | null,
    expiresOn: (row?.expires_on ?? null) as string | null,
    type: (row?.type ?? null) as string | null,
    evidence: JSON.parse(String(row?.evidence ?? '{}')) as ValidityFacts['evidence'],
  };
}

/** What comes in successive texts. Appointments and awards of every year bear one title too, and supersede nothing. */
const SUCCESSIVE =
  /(?:法|条例|规定|办法|细则|规则|章程|规程|准则)(?:[（〈][^（）〈〉]*[）〉]|[》〉])*(?:的通知|的通告|的公告)?$/;
const SAME_TITLE = `SELECT o.id, o.title, o.written_on, o.effective_on, o.issuers, d.written_on AS own_written_on,
    d.effective_on AS own_effective_on, d.issuers AS own_issuers
  FROM documents d JOIN documents o ON o.bare_title_key = d.bare_title_key AND o.key <> d.key
  WHERE d.id = ? AND (d.number IS NULL OR o.number IS NULL OR d.number <> o.number OR d.written_on <> o.written_on)`;

/** Later texts of the same title by the same body: 公司法 of 2023 after that of 2018. */
function laterVersions(database: Database, id: string): LaterVersion[] {
  return all(database, SAME_TITLE, id).flatMap((row) => {
    const own = holdsFrom({
      writtenOn: row.own_written_on as string | null,
      effectiveOn: row.own_effective_on as string | null,
    });
    const other = holdsFrom({
      writtenOn: row.written_on as string | null,
      effectiveOn: row.effective_on as string | null,
    });
    const mine = JSON.parse(String(row.own_issuers)) as string[];
    const theirs = JSON.parse(String(row.issuers)) as string[];
    const sameBody = mine.length > 0 && mine.some((issuer) => theirs.includes(issuer));
    if (!SUCCESSIVE.test(String(row.title))) return [];
    return own !== null && other !== null && other > own && sameBody
      ? [{ documentId: String(row.id), holdsFrom: other }]
      : [];
  });
}
