/** A draft checked against the catalogue, as the contract shows it. Nothing of it is kept. */
import type { Catalogue } from './catalogue/catalogue.ts';
import { checkDraft } from './check/check.ts';
import type { Finding } from './check/findings.ts';
import type { DraftLibrary, LibraryText } from './check/library.ts';
import { nearTitles } from './check/near-titles.ts';
import { sayRemark } from './check/words.ts';
import type { CheckFinding, CheckResponse } from './contract.ts';
import { AppError, type Language } from './errors.ts';
import type { Validity } from './model.ts';
import { readDraft } from './pipeline.ts';

export interface Checking {
  readonly catalogue: Catalogue;
  /** ISO day on which validity is judged. */
  readonly today: string;
  readonly language: Language;
}

/** So long others wait at most, in milliseconds. */
const AT_A_TIME = 12;

/** Throws file_empty for a text of blanks. */
export async function checkText(text: string, { catalogue, today, language }: Checking): Promise<CheckResponse> {
  const started = performance.now();
  const draft = readDraft(text.split(/\r\n|\r|\n|\u2028/));
  if (draft.provisions.length === 0) throw new AppError('file_empty');
  const findings = await givingWay(checkDraft(draft, libraryOf(catalogue, today)));
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  return {
    title: draft.title,
    paragraphs: draft.provisions.map((provision) => provision.text),
    findings: findings.map((finding) =>
      findingView(finding, draft.provisions[finding.paragraph]?.text ?? '', language),
    ),
    counts: { error: count('error'), check: count('check'), ok: count('ok'), unknown: count('unknown') },
    on: today,
    tookMs: performance.now() - started,
  };
}

/** Works until it is done, and lets waiting requests through in between. */
async function givingWay<T>(work: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < AT_A_TIME) continue;
    await new Promise((next) => setImmediate(next));
    since = performance.now();
  }
}

/** What was looked up once is kept for the rest of the check: a draft names the same law many times. */
function libraryOf(catalogue: Catalogue, today: string): DraftLibrary {
  let titles: readonly { readonly id: string; readonly title: string }[] | null = null;
  return {
    today,
    byNumber: remembered((number) => catalogue.documentsByNumber(number).map(textOf)),
    byTitle: remembered((title) => catalogue.documentsByTitle(title).map(textOf)),
    resolve: (named) => {
      const { target, candidates } = catalogue.resolve(named, today);
      return {
        text: target === null ? null : textOf(target),
        candidates: candidates.map(textOf),
      };
    },
    nearTitle: remembered((title) => {
      titles ??= catalogue.titles();
      return catalogue.documents(nearTitles(title, titles).map(({ id }) => id)).map(textOf);
    }),
    validity: remembered((id): Validity => catalogue.validity(id, today)),
    provisions: remembered((id) => catalogue.provisions(id)),
    text: remembered((id) => {
      const document = catalogue.document(id);
      return document && textOf(document);
    }),
  };
}

function remembered<T>(ask: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    if (!known.has(name)) known.set(name, ask(name));
    return known.get(name) as T; // set above
  };
}

const textOf = ({ id, title, number, issuers, writtenOn, effectiveOn }: LibraryText): LibraryText => ({
  id,
  title,
  number,
  issuers,
  writtenOn,
  effectiveOn,
});

const LONGEST_QUOTE = 140;

/** An article of two pages proves no more than its beginning. */
function shorten(quote: string | null): string | null {
  const letters = Array.from((quote ?? '').replace(/\n/g, ' '));
  if (quote === null || letters.length <= LONGEST_QUOTE) return quote;
  return `${letters.slice(0, LONGEST_QUOTE).join('')}…`;
}

const reference = (text: LibraryText | null): CheckFinding['document'] =>
  text && { id: text.id, title: text.title, number: text.number };

function findingView(finding: Finding, paragraph: string, language: Language): CheckFinding {
  const { severity, span, document, provision, validity } = finding;
  return {
    severity,
    paragraph: finding.paragraph,
    start: span.start,
    end: span.end,
    words: paragraph.slice(span.start, span.end),
    remarks: finding.remarks.map((remark) => ({
      code: remark.code,
      message: sayRemark(remark, language),
      suggestion: remark.suggestion,
      quote: shorten(remark.proof?.quote ?? null),
      document: reference(remark.proof?.document ?? null),
    })),
    document: reference(document),
    provisionId: document === null || provision === null ? null : `${document.id}-${provision}`,
    validity,
  };
}
