/**
 * 时效性 of a document on a day, from its own clauses and from what other documents do to it (domain.md c.8). Pure: the store
 * hands in facts and incoming citations. Every answer names its rule, the words it rests on, the day since which it holds,
 * and the document that caused it. Precedence: repealed, expired, not yet in force, partly repealed, amended, in force, unknown.
 */
import type { CitationRelation, EvidenceField, Validity } from '../model.ts';

export interface ValidityFacts {
  readonly writtenOn: string | null;
  readonly effectiveOn: string | null;
  readonly expiresOn: string | null;
  readonly evidence: Readonly<Partial<Record<EvidenceField, string>>>;
  readonly type: string | null;
}

/** What another document says of this one. */
export interface IncomingCitation {
  readonly relation: CitationRelation;
  readonly pin: string | null;
  readonly quote: string;
  readonly documentId: string;
  /** Of the citing document. */
  readonly effectiveOn: string | null;
  readonly writtenOn: string | null;
}

interface Change {
  readonly citation: IncomingCitation;
  /** The day from which the change holds: the citing document’s 施行日期, else its 成文日期; null when it bears neither. */
  readonly since: string | null;
}

/** A document cannot be undone before it exists: an older text of the same title was meant. */
const FIRST_DAY = '0000-00-00';

/** 有效期5年 from 2020-09-06: `in-force` on 2025-09-05, `expired` on 2025-09-06. */
export function validityOn(day: string, document: ValidityFacts, incoming: readonly IncomingCitation[]): Validity {
  const changes = incoming.map((citation) => ({ citation, since: citation.effectiveOn ?? citation.writtenOn }));
  const done = changes
    .filter(({ since }) => since === null || since <= day)
    .filter((change) => isLater(change, document));
  return (
    repealed(day, done) ??
    expired(day, document) ??
    notYet(day, document) ??
    changed(day, done, 'partly-repealed') ??
    changed(day, done, 'amended') ??
    inForce(day, document)
  );
}

/** Whether the whole text is repealed, or only the clause that the citation names (第三条同时废止). */
const isWhole = ({ citation }: Change): boolean => citation.pin === null;

function isLater({ citation, since }: Change, { writtenOn }: ValidityFacts): boolean {
  const citing = citation.writtenOn ?? since;
  return citing === null || writtenOn === null || citing >= writtenOn;
}

function repealed(day: string, done: readonly Change[]): Validity | null {
  const change = earliest(done.filter((one) => one.citation.relation === 'repeals' && isWhole(one)));
  return change === null ? null : byOther(day, 'repealed', 'repealed-by', change);
}

function expired(day: string, { expiresOn, evidence }: ValidityFacts): Validity | null {
  if (expiresOn === null || expiresOn >= day) return null;
  const since = nextDay(expiresOn);
  return { status: 'expired', on: day, rule: 'expiry-passed', quote: evidence.expiresOn ?? null, since, by: null };
}

function notYet(day: string, document: ValidityFacts): Validity | null {
  const { effectiveOn, writtenOn, evidence } = document;
  const rule = effectiveOn !== null ? 'effective-later' : 'written-later';
  const begins = effectiveOn ?? writtenOn;
  if (begins === null || begins <= day) return null;
  const quote = (effectiveOn !== null ? evidence.effectiveOn : evidence.writtenOn) ?? null;
  return { status: 'not-yet', on: day, rule, quote, since: writtenOn, by: null };
}

function changed(day: string, done: readonly Change[], status: 'partly-repealed' | 'amended'): Validity | null {
  const relation = status === 'amended' ? 'amends' : 'repeals';
  const changes = done.filter((one) => one.citation.relation === relation && (status === 'amended' || !isWhole(one)));
  // The last amendment is the one whose text a reader needs.
  const change = status === 'amended' ? latest(changes) : earliest(changes);
  return change === null
    ? null
    : byOther(day, status, status === 'amended' ? 'amended-by' : 'partly-repealed-by', change);
}

/**
 * In force by its own clause, or by its date where it has none (a normative document without a clause holds from the day it is
 * signed, 推定). A document with neither, and kinds that govern nothing for long (批复, 函, 通报), stay unknown without a clause.
 */
function inForce(day: string, { effectiveOn, writtenOn, expiresOn, evidence, type }: ValidityFacts): Validity {
  if (effectiveOn !== null)
    return {
      status: 'in-force',
      on: day,
      rule: 'effective',
      quote: evidence.effectiveOn ?? null,
      since: effectiveOn,
      by: null,
    };
  if (expiresOn !== null)
    return {
      status: 'in-force',
      on: day,
      rule: 'before-expiry',
      quote: evidence.expiresOn ?? null,
      since: writtenOn,
      by: null,
    };
  if (writtenOn !== null && type !== null && RULES.has(type))
    return {
      status: 'in-force',
      on: day,
      rule: 'presumed-from-date',
      quote: evidence.writtenOn ?? null,
      since: writtenOn,
      by: null,
    };
  return { status: 'unknown', on: day, rule: 'no-evidence', quote: null, since: null, by: null };
}

/** Laws and regulations hold until something ends them; whether a notice of ten years ago still does, its text does not say. */
const RULES: ReadonlySet<string> = new Set([
  '法',
  '条例',
  '规定',
  '办法',
  '细则',
  '规则',
  '解释',
  '决定',
  '章程',
  '规程',
  '准则',
  '修正案',
]);

function byOther(day: string, status: Validity['status'], rule: string, { citation, since }: Change): Validity {
  return { status, on: day, rule, quote: citation.quote, since, by: citation.documentId };
}

const dated = ({ since }: Change): string => since ?? FIRST_DAY;

function earliest(changes: readonly Change[]): Change | null {
  return changes.reduce<Change | null>(
    (first, one) => (first === null || dated(one) < dated(first) ? one : first),
    null,
  );
}

function latest(changes: readonly Change[]): Change | null {
  return changes.reduce<Change | null>((last, one) => (last === null || dated(one) >= dated(last) ? one : last), null);
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
