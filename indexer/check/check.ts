/**
 * Every citation of a draft held against the library: is there such a text, do number and title agree, does it still stand,
 * is there such a clause and does it still say the same; and the draft's references to its own articles. Pure.
 */
import { findReferences } from '../citations/references.ts';
import type { Citation, Provision, Span } from '../model.ts';
import { Clauses } from './clauses.ts';
import { type Finding, type Remark, remark, severityOf } from './findings.ts';
import type { DraftLibrary } from './library.ts';
import { textMeant } from './meant.ts';
import { standingOf } from './standing.ts';

export interface CheckedDraft {
  readonly provisions: readonly Provision[];
  readonly citations: readonly Citation[];
}

/** In reading order; a citation without complaint is a finding too. Gives way after each, so that others are served meanwhile. */
export function* checkDraft(
  { provisions, citations }: CheckedDraft,
  library: DraftLibrary,
): Generator<void, Finding[]> {
  const clauses = new Clauses(library);
  const cited: Finding[] = [];
  for (const citation of citations) {
    cited.push(...checkCitation(citation, { provisions, library, clauses }));
    yield;
  }
  const taken = new Set(cited.map(({ paragraph, span }) => `${paragraph} ${span.start}`));
  const own = checkOwnReferences(provisions).filter(({ paragraph, span }) => !taken.has(`${paragraph} ${span.start}`));
  return [...cited, ...own].sort((a, b) => a.paragraph - b.paragraph || a.span.start - b.span.start);
}

interface Checking {
  readonly provisions: readonly Provision[];
  readonly library: DraftLibrary;
  readonly clauses: Clauses;
}

function checkCitation(citation: Citation, { provisions, library, clauses }: Checking): Finding[] {
  const { title, number, pin, span, provision: ordinal, relation, quote } = citation;
  const provision = ordinal === null ? undefined : provisions[ordinal];
  if (provision === undefined || span === null) return [];
  const { text, remarks: naming } = textMeant({ title, number, pin }, library);
  const remarks: Remark[] = [...naming];
  const validity = text === null ? null : library.validity(text.id);
  // A draft that repeals a text may well speak of one that has lapsed.
  if (text !== null && validity !== null && relation !== 'repeals')
    remarks.push(...standingOf(text, validity, library));
  const behind = provision.text.slice(span.end - provision.span.start);
  const pinned =
    text === null || pin === null ? null : clauses.check(text, pin, { words: withoutTitles(quote), behind });
  if (pinned !== null) remarks.push(...pinned.remarks);
  return [
    {
      severity: severityOf(remarks),
      remarks,
      span: within(span, provision),
      paragraph: provision.ordinal,
      title,
      number,
      pin,
      document: text,
      provision: pinned?.provision ?? null,
      validity,
    },
  ];
}

/** The names of the texts cited say nothing of what the clause is about. */
const withoutTitles = (sentence: string): string => sentence.replace(/《[^》]*》/g, '');

const within = (span: Span, { span: { start } }: Provision): Span => ({
  start: span.start - start,
  end: span.end - start,
});

/** 本办法第三十条 in a draft of twenty articles. */
function checkOwnReferences(provisions: readonly Provision[]): Finding[] {
  const paths = new Set(
    provisions.filter(({ kind }) => /^(?:article|chapter|section|part)$/.test(kind)).map(({ path }) => path),
  );
  if (!provisions.some(({ kind }) => kind === 'article')) return [];
  return findReferences(provisions).flatMap(({ provision, text, span, addresses }) => {
    if (!text.startsWith('本')) return [];
    const missing = addresses.find((address) => !paths.has(articleOf(address)));
    if (missing === undefined) return [];
    const remarks = [remark('no-such-own-clause', { about: missing })];
    const nothing = { title: null, number: null, pin: missing, document: null, provision: null, validity: null };
    return [{ severity: severityOf(remarks), remarks, span, paragraph: provision, ...nothing }];
  });
}

const articleOf = (address: string): string =>
  /[编章节]$/.test(address)
    ? (/第[^编章节]+(?:编|章|节)$/.exec(address)?.[0] ?? address)
    : (/^第[^条]+条(?:之[一二三四五六七八九十]+)?/.exec(address)?.[0] ?? '');
