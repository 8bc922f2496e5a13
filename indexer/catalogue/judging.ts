/** Gathers what bears on the validity of a document, and hands it to validity.ts. */
import type { Validity } from '../model.ts';
import { readCitationsTo } from './citing.ts';
import { readAllHandSetValidities, readHandSetValidity } from './corrections.ts';
import type { Database } from './database.ts';
import { one } from './statements.ts';
import { type Judgement, judge, type Reason, reasonsFor, type ValidityFacts } from './validity.ts';
import { readLaterVersions } from './versions.ts';

/** What someone vouches for comes before every rule. */
export function readValidity(database: Database, id: string, day: string): Validity {
  return readHandSetValidity(database, id, day) ?? readJudgement(database, id, day).validity;
}

export function readJudgement(database: Database, id: string, day: string): Judgement {
  return judge(day, readReasons(database, id), readHandSet(database, id));
}

/** Everything but what is set by hand. */
function readReasons(database: Database, id: string): Reason[] {
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
  return reasonsFor(readFactsOf(database, id), changes, readLaterVersions(database, id));
}

/** What is set by hand may hold from a day still to come. */
const LAST_DAY = '9999-12-31';

/** What someone vouches for, as a reason. */
export function readHandSet(database: Database, id: string): Reason | null {
  const set = readHandSetValidity(database, id, LAST_DAY);
  return set && toReason(set);
}

/** The same of every document that has one, by its id. */
export function readAllHandSet(database: Database): Map<string, Reason> {
  return new Map([...readAllHandSetValidities(database, LAST_DAY)].map(([id, set]) => [id, toReason(set)]));
}

const toReason = ({ status, rule, quote, since }: Validity): Reason => ({
  status,
  rule,
  quote,
  since,
  from: since,
  until: null,
  by: null,
  pin: null,
});

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
