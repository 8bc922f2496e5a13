/** What a draft check can find of a citation, in codes; words.ts says it in sentences. */
import type { Span, Validity } from '../model.ts';
import type { LibraryText } from './library.ts';

/** 错误, 需核对, 正常, 未收 */
export type Severity = 'error' | 'check' | 'ok' | 'unknown';

export type RemarkCode =
  | 'not-held'
  | 'similar-title'
  | 'ambiguous'
  | 'title-differs'
  | 'number-differs'
  | 'repealed'
  | 'expired'
  | 'not-yet'
  | 'partly-repealed'
  | 'amended'
  | 'newer-version'
  | 'no-such-clause'
  | 'no-such-own-clause'
  | 'clause-moved'
  | 'misquoted';

const SEVERITIES: Readonly<Record<RemarkCode, Severity>> = {
  'not-held': 'unknown',
  'similar-title': 'check',
  ambiguous: 'check',
  'title-differs': 'error',
  'number-differs': 'error',
  repealed: 'error',
  expired: 'error',
  'not-yet': 'check',
  'partly-repealed': 'check',
  amended: 'check',
  'newer-version': 'check',
  'no-such-clause': 'error',
  'no-such-own-clause': 'error',
  'clause-moved': 'check',
  misquoted: 'error',
};

export interface Remark {
  readonly code: RemarkCode;
  /** What the sentence about it names: a title, a number, a clause, a day. */
  readonly about: string | null;
  /** What should stand in the draft instead. */
  readonly suggestion: string | null;
  /** The document that proves it, and its words. */
  readonly proof: { readonly document: LibraryText | null; readonly quote: string | null } | null;
}

export interface Finding {
  readonly severity: Severity;
  readonly remarks: readonly Remark[];
  /** In the paragraph of that ordinal. */
  readonly span: Span;
  readonly paragraph: number;
  readonly title: string | null;
  readonly number: string | null;
  readonly pin: string | null;
  /** The document meant; null when the library has none, or several. */
  readonly document: LibraryText | null;
  /** The first clause meant, as ordinal of that document. */
  readonly provision: number | null;
  readonly validity: Validity | null;
}

const WORST: readonly Severity[] = ['error', 'check', 'unknown', 'ok'];

/** Of several remarks the gravest counts; no remark is no complaint. */
export function severityOf(remarks: readonly Remark[]): Severity {
  const found = new Set(remarks.map(({ code }) => SEVERITIES[code]));
  return WORST.find((severity) => found.has(severity)) ?? 'ok';
}

export const remark = (code: RemarkCode, fields: Partial<Omit<Remark, 'code'>> = {}): Remark => ({
  code,
  about: null,
  suggestion: null,
  proof: null,
  ...fields,
});
