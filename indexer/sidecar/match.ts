/**
 * Which document a row of a table means, and what it would change of it. Pure: the library is asked through `Finder`.
 * The file name comes before the number, the number before the title; nothing is guessed where several documents fit.
 */
import type { DocumentFields } from '../catalogue/correction.ts';
import { bareTitleKey, titleKey } from '../text/title-key.ts';
import type { SidecarField, SidecarRow, SidecarValues } from './sidecar.ts';

/** A document as far as matching and comparing need it. */
export interface MatchedDocument extends Omit<DocumentFields, 'topics'> {
  readonly id: string;
  /** Subjects, best first. */
  readonly topics: readonly string[];
}

export interface Finder {
  /** Documents in the files of that name, with or without folders before it and a suffix behind it. */
  inFile(name: string): readonly MatchedDocument[];
  withNumber(number: string): readonly MatchedDocument[];
  withTitle(title: string): readonly MatchedDocument[];
}

export type Match =
  | { readonly kind: 'one'; readonly document: MatchedDocument; readonly by: 'fileName' | 'number' | 'title' }
  | { readonly kind: 'several'; readonly documents: readonly MatchedDocument[] }
  | { readonly kind: 'none' }
  /** The row says neither file nor number nor title. */
  | { readonly kind: 'unnamed' };

export function matchRow({ fileName, values }: SidecarRow, find: Finder): Match {
  const { number, title } = values;
  if (fileName === null && !number && !title) return { kind: 'unnamed' };
  const ways = [
    ['fileName', fileName === null ? [] : find.inFile(fileName)],
    ['number', number ? find.withNumber(number) : []],
    ['title', title ? find.withTitle(title) : []],
  ] as const;
  for (const [by, found] of ways) {
    if (found.length === 0) continue;
    const documents = narrow(found, values);
    const [first] = documents;
    return documents.length === 1 && first !== undefined
      ? { kind: 'one', document: first, by }
      : { kind: 'several', documents };
  }
  return { kind: 'none' };
}

/** Of several documents those that the row's other words fit: number, title, day. A word that fits none decides nothing. */
function narrow(found: readonly MatchedDocument[], { number, title, writtenOn }: SidecarValues): MatchedDocument[] {
  const key = title === undefined ? '' : bareTitleKey(title);
  const tests: ((document: MatchedDocument) => boolean)[] = [
    (document) => number !== undefined && document.number === number,
    (document) => key !== '' && bareTitleKey(document.title) === key,
    (document) => key !== '' && bareTitleKey(document.title).endsWith(key),
    (document) => writtenOn !== undefined && document.writtenOn === writtenOn,
  ];
  return tests.reduce<MatchedDocument[]>(
    (left, test) => {
      const fitting = left.length > 1 ? left.filter(test) : [];
      return fitting.length > 0 ? fitting : left;
    },
    [...found],
  );
}

/** A field of a row beside what the document has. */
export interface SidecarChange {
  readonly field: SidecarField;
  readonly from: unknown;
  readonly to: unknown;
  /** `set`: it will be; `same`: it is so already; `by-hand`: somebody set another value, which stays unless asked otherwise. */
  readonly kind: 'set' | 'same' | 'by-hand';
}

/** `byHand`: the fields that are set by hand now. */
export function changesOf(
  { document, by }: Extract<Match, { kind: 'one' }>,
  values: SidecarValues,
  byHand: Readonly<SidecarValues>,
): SidecarChange[] {
  return (Object.keys(values) as SidecarField[]).map((field) => {
    const from = field === 'validity' ? (byHand.validity ?? null) : document[field];
    const to = values[field];
    const isSame = (field === 'title' && by === 'title') || same(field, from, to);
    return { field, from, to, kind: isSame ? 'same' : field in byHand ? 'by-hand' : 'set' };
  });
}

function same(field: SidecarField, from: unknown, to: unknown): boolean {
  if (field === 'title') {
    // A table may leave the issuer out of the title: what the text prints says more.
    const [own, told] = [titleKey(String(from)), titleKey(String(to))];
    return own === told || (own.endsWith(told) && /^(?:关于|印发|转发)/.test(told));
  }
  // Only the first subjects were ever chosen; what the words suggest beside them is no difference.
  if (field === 'topics')
    return JSON.stringify((from as string[]).slice(0, (to as string[]).length)) === JSON.stringify(to);
  return JSON.stringify(from) === JSON.stringify(to);
}
