/**
 * 时效性 of a document on a day, from its own clauses, from what other documents do to it, and from later texts of the same rule
 * (domain.md c.8). Pure: the store hands in facts. Every answer names its rule, the words it rests on, the day since which it
 * holds and the document that caused it; `judge` gives all that speaks for and against it too.
 * Precedence: repealed, expired, not yet in force, partly repealed, amended, in force, unknown.
 */
import type { CitationRelation, EvidenceField, Validity, ValidityStatus } from '../model.ts';
import { findDates } from '../text/dates.ts';
import { type Prolonging, readProlonging } from './prolonging.ts';

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
  /** The words that told the relation. */
  readonly trigger?: string | null;
  readonly documentId: string;
  /** Of the citing document. */
  readonly effectiveOn: string | null;
  readonly writtenOn: string | null;
}

/** A later text of the same title by the same body. */
export interface LaterVersion {
  readonly documentId: string;
  readonly holdsFrom: string;
}

/** One reason for a status, whether or not it decides. */
export interface Reason {
  readonly status: ValidityStatus;
  readonly rule: string;
  /** The first day on which it holds; null holds on any day. */
  readonly since: string | null;
  /** The first day on which it holds no more; null for good. */
  readonly until: string | null;
  /** The day that the answer names: for 尚未施行 that of signature. */
  readonly from: string | null;
  readonly quote: string | null;
  readonly by: string | null;
  readonly pin: string | null;
}

export interface Judgement {
  readonly validity: Validity;
  /** Strongest first; what holds only later comes last. */
  readonly proof: readonly (Reason & { readonly weight: 'decides' | 'holds' | 'later' })[];
  readonly periods: readonly { readonly from: string; readonly status: ValidityStatus; readonly rule: string }[];
}

/** A document cannot be undone before it exists: an older text of the same title was meant. */
const FIRST_DAY = '0000-00-00';
const RANK: readonly ValidityStatus[] = [
  'repealed',
  'expired',
  'not-yet',
  'partly-repealed',
  'amended',
  'in-force',
  'unknown',
];

/** 有效期5年 from 2020-09-06: `in-force` on 2025-09-05, `expired` on 2025-09-06. `byHand` outweighs the reasons while it holds. */
export function validityBy(day: string, reasons: readonly Reason[], byHand: Reason | null): Validity {
  return answer(day, deciderOn(day, reasons, byHand));
}

/** The same with its proof, and the periods of the document’s life. */
export function judge(day: string, reasons: readonly Reason[], byHand: Reason | null = null): Judgement {
  const all = byHand === null ? reasons : [byHand, ...reasons];
  const deciding = deciderOn(day, reasons, byHand);
  const ranked = [...all].sort((a, b) => Number(b === deciding) - Number(a === deciding) || byRank(a, b));
  const weigh = (one: Reason) => (one === deciding ? 'decides' : holdsOn(day, one) ? 'holds' : 'later');
  const told = ranked.filter((one) => one.until === null || one.until > day);
  const proof = told.map((one) => ({ ...one, weight: weigh(one) }) as const);
  return {
    validity: answer(day, deciding),
    proof: [...proof.filter(({ weight }) => weight !== 'later'), ...proof.filter(({ weight }) => weight === 'later')],
    periods: periodsOf(all, (on) => deciderOn(on, reasons, byHand)),
  };
}

const deciderOn = (day: string, reasons: readonly Reason[], byHand: Reason | null): Reason =>
  byHand !== null && holdsOn(day, byHand) ? byHand : decide(day, reasons);

function periodsOf(reasons: readonly Reason[], on: (day: string) => Reason): Judgement['periods'] {
  const days = [...new Set(reasons.flatMap(({ since, until, from }) => [since, until, from]))];
  const periods: { from: string; status: ValidityStatus; rule: string }[] = [];
  for (const day of days.filter((one) => one !== null && one !== FIRST_DAY).sort()) {
    if (day === null) continue;
    const { status, rule } = on(day);
    if (periods.at(-1)?.status !== status) periods.push({ from: day, status, rule });
  }
  return periods;
}

/** Everything that bears on the validity of a document, on whatever day. The last of them holds always. */
export function reasonsFor(
  document: ValidityFacts,
  incoming: readonly IncomingCitation[],
  later: readonly LaterVersion[],
): Reason[] {
  const prolongings = incoming
    .filter((citation) => !isOlder(citation, document))
    .flatMap((citation) => readProlonging(citation, document.expiresOn) ?? [])
    .sort((a, b) => (a.since < b.since ? -1 : 1));
  const changes = incoming
    .filter((citation) => readProlonging(citation, document.expiresOn) === null)
    .flatMap((citation) => changeBy(citation, document));
  const versions = later.map(({ documentId, holdsFrom }) =>
    reason('amended', 'newer-version', { since: holdsFrom, by: documentId }),
  );
  const terms = [...endsOf(document, prolongings), ...prolongings.map(prolonged)];
  return [...changes, ...versions, ...terms, ...ownClauses(document), reason('unknown', 'no-evidence', {})];
}

const reason = (status: ValidityStatus, rule: string, given: Partial<Reason>): Reason => ({
  status,
  rule,
  since: null,
  until: null,
  from: given.since ?? null,
  quote: null,
  by: null,
  pin: null,
  ...given,
});

/** The whole text is repealed, or only the clause that the citation names (第三条同时废止). */
function changeBy(citation: IncomingCitation, document: ValidityFacts): Reason[] {
  const { relation, pin, quote, documentId } = citation;
  if ((relation !== 'repeals' && relation !== 'amends') || isOlder(citation, document)) return [];
  if (relation === 'amends' && isContained(citation, document)) return [];
  // The change holds from the day that it names, else the citing document’s 施行日期, else its 成文日期.
  const since = (relation === 'repeals' ? readEndDay(quote) : null) ?? citation.effectiveOn ?? citation.writtenOn;
  const given = { since, quote, by: documentId, pin };
  if (relation === 'amends') return [reason('amended', 'amended-by', given)];
  if (pin === null) return [reason('repealed', 'repealed-by', given)];
  return [reason('partly-repealed', 'partly-repealed-by', given)];
}

/** What is older than the text meant an older text of the same name. */
function isOlder({ writtenOn, effectiveOn }: IncomingCitation, document: ValidityFacts): boolean {
  const citing = writtenOn ?? effectiveOn;
  return citing !== null && document.writtenOn !== null && citing < document.writtenOn;
}

/** A text that is dated by its last amendment has the changes of that day in it. */
function isContained({ writtenOn }: IncomingCitation, document: ValidityFacts): boolean {
  return writtenOn !== null && writtenOn === document.writtenOn;
}

/** 《某办法》自2021年1月1日起停止执行 */
const ENDS_ON =
  /自(\d{4}年\d{1,2}月\d{1,2}日)起?，?(?:同时|即行|正式|予以|自行|自动|宣布)?(?:废止|停止执行|停止施行|不再执行|失效)/;

const readEndDay = (quote: string): string | null => findDates(ENDS_ON.exec(quote)?.[1] ?? '')[0]?.day ?? null;

const prolonged = ({ since, lastDay, quote, by }: Prolonging): Reason =>
  reason('in-force', 'prolonged-by', { since, until: lastDay === null ? null : nextDay(lastDay), quote, by });

/** The end of its own term, and of each that it was given later: from then on the earlier one counts no more. */
function endsOf({ expiresOn, evidence }: ValidityFacts, prolongings: readonly Prolonging[]): Reason[] {
  const own = { since: null, lastDay: expiresOn, quote: evidence.expiresOn ?? null, by: null };
  return [own, ...prolongings].flatMap(({ since, lastDay, quote, by }, at) => {
    if (lastDay === null) return [];
    const over = nextDay(lastDay);
    const begins = since !== null && since > over ? since : over;
    const until = prolongings[at]?.since ?? null;
    if (until !== null && until <= begins) return [];
    return [reason('expired', 'expiry-passed', { since: begins, until, quote, by })];
  });
}

/**
 * In force by its own clause, or by its date where it has none (a normative document without a clause holds from the day it is
 * signed, 推定). A document with neither, and kinds that govern nothing for long (批复, 函, 通报), stay unknown without a clause.
 */
function ownClauses({ writtenOn, effectiveOn, expiresOn, evidence, type }: ValidityFacts): Reason[] {
  const reasons: Reason[] = [];
  const begins = effectiveOn ?? writtenOn;
  if (begins !== null) {
    const rule = effectiveOn !== null ? 'effective-later' : 'written-later';
    const quote = (effectiveOn !== null ? evidence.effectiveOn : evidence.writtenOn) ?? null;
    reasons.push(reason('not-yet', rule, { until: begins, from: writtenOn, quote }));
  }
  if (effectiveOn !== null)
    reasons.push(reason('in-force', 'effective', { from: effectiveOn, quote: evidence.effectiveOn ?? null }));
  else if (expiresOn !== null)
    reasons.push(reason('in-force', 'before-expiry', { from: writtenOn, quote: evidence.expiresOn ?? null }));
  else if (writtenOn !== null && type !== null && RULES.has(type))
    reasons.push(reason('in-force', 'presumed-from-date', { from: writtenOn, quote: evidence.writtenOn ?? null }));
  return reasons;
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

const holdsOn = (day: string, { since, until }: Reason): boolean =>
  (since === null || since <= day) && (until === null || until > day);

function decide(day: string, reasons: readonly Reason[]): Reason {
  const [strongest = reason('unknown', 'no-evidence', {})] = reasons.filter((one) => holdsOn(day, one)).sort(byRank);
  return strongest;
}

/** The first repeal counts; of amendments and new terms the last, the one that a reader needs. */
function byRank(a: Reason, b: Reason): number {
  const rank = RANK.indexOf(a.status) - RANK.indexOf(b.status);
  if (rank !== 0) return rank;
  const [first, second] = [a.since ?? FIRST_DAY, b.since ?? FIRST_DAY];
  if (first === second) return 0;
  return first < second === (a.status === 'amended' || a.status === 'in-force') ? 1 : -1;
}

function answer(day: string, { status, rule, quote, from, by }: Reason): Validity {
  return { status, on: day, rule, quote, since: from, by };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
