/** What stands in the form of 更正, and what of it is a change. Pure. */
import type {
  CorrectionField,
  CorrectionRequest,
  CorrectionValues,
  DocumentView,
} from '../../../../indexer/contract.ts';

/** Every field as the form holds it; an emptied field is `''` or `[]`. */
export interface Draft {
  readonly title: string;
  readonly number: string;
  readonly issuers: readonly string[];
  readonly type: string;
  readonly addressee: string;
  /** ISO days. */
  readonly writtenOn: string;
  readonly printedOn: string;
  readonly effectiveOn: string;
  readonly expiresOn: string;
  readonly registration: string;
  readonly topics: readonly string[];
  /** Empty: judged by rule. */
  readonly validity: string;
  readonly validitySince: string;
  readonly hidden: boolean;
}

const TEXT_FIELDS = ['title', 'number', 'type', 'addressee', 'registration'] as const;
export const DAY_FIELDS = ['writtenOn', 'printedOn', 'effectiveOn', 'expiresOn'] as const;
const LIST_FIELDS = ['issuers', 'topics'] as const;
const PLAIN_FIELDS = [...TEXT_FIELDS, ...DAY_FIELDS, ...LIST_FIELDS];

export function draftOf(document: DocumentView): Draft {
  const text = (value: string | null): string => value ?? '';
  const byHand = document.corrections.find(({ field }) => field === 'validity')?.value as CorrectionValues['validity'];
  return {
    title: document.title,
    number: text(document.number),
    issuers: document.issuers,
    type: text(document.type),
    addressee: text(document.addressee),
    writtenOn: text(document.writtenOn),
    printedOn: text(document.printedOn),
    effectiveOn: text(document.effectiveOn),
    expiresOn: text(document.expiresOn),
    registration: text(document.registration),
    topics: document.topics.map(({ subject }) => subject),
    validity: byHand?.status ?? '',
    validitySince: byHand?.since ?? '',
    hidden: isHidden(document),
  };
}

/**
 * The request that makes the document what the form says; null when nothing differs. A field that was brought back to what
 * the text says is taken back, not set.
 */
export function changeOf(document: DocumentView, draft: Draft, note: string): CorrectionRequest | null {
  const before = draftOf(document);
  const differing = PLAIN_FIELDS.filter((field) => !same(before[field], draft[field]));
  const back: CorrectionField[] = differing.filter((field) => isAsRead(document, field, draft));
  const set: CorrectionValues = Object.fromEntries(
    differing.filter((field) => !back.includes(field)).map((field) => [field, sentValue(draft[field])]),
  );
  const judged = before.validity !== draft.validity || before.validitySince !== draft.validitySince;
  if (judged && draft.validity === '') back.push('validity');
  else if (judged)
    set.validity = {
      status: draft.validity as NonNullable<CorrectionValues['validity']>['status'],
      since: draft.validitySince === '' ? null : draft.validitySince,
    };
  if (before.hidden && !draft.hidden) back.push('hidden');
  if (draft.hidden && !before.hidden) set.hidden = true;
  if (Object.keys(set).length === 0 && back.length === 0) return null;
  return { set, takeBack: back, note: note.trim() };
}

/** Left out of hits and counts by a librarian. */
export function isHidden({ corrections }: Pick<DocumentView, 'corrections'>): boolean {
  return corrections.some(({ field, value }) => field === 'hidden' && value === true);
}

/** The form's value for what the text says of a field that is set by hand; undefined for a field that is not. */
export function readOf(document: DocumentView, field: CorrectionField): string | readonly string[] | undefined {
  const correction = document.corrections.find((one) => one.field === field);
  if (correction === undefined || field === 'validity' || field === 'hidden') return undefined;
  const { read } = correction;
  if (field === 'topics') return (read as readonly { readonly subject: string }[]).map(({ subject }) => subject);
  return (read as string | readonly string[] | null) ?? '';
}

function isAsRead(document: DocumentView, field: (typeof PLAIN_FIELDS)[number], draft: Draft): boolean {
  const read = readOf(document, field);
  return read !== undefined && same(read, draft[field]);
}

const same = (a: string | readonly string[], b: string | readonly string[]): boolean =>
  JSON.stringify(trimmed(a)) === JSON.stringify(trimmed(b));

const trimmed = (value: string | readonly string[]): string | readonly string[] =>
  typeof value === 'string' ? value.trim() : value.map((one) => one.trim());

function sentValue(value: string | readonly string[]): string | readonly string[] | null {
  const clean = trimmed(value);
  return clean === '' ? null : clean;
}
