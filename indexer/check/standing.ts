/** Whether a cited text still stands on the day, and if not, who says so. */
import type { Validity } from '../model.ts';
import { type Remark, type RemarkCode, remark } from './findings.ts';
import type { DraftLibrary, LibraryText } from './library.ts';

const TOLD: Readonly<Partial<Record<Validity['status'], RemarkCode>>> = {
  repealed: 'repealed',
  expired: 'expired',
  'not-yet': 'not-yet',
  'partly-repealed': 'partly-repealed',
  amended: 'amended',
};

/** Nothing for what is in force, or of which nothing is known. */
export function standingOf(text: LibraryText, validity: Validity, library: DraftLibrary): Remark[] {
  const remarks: Remark[] = [];
  const code = TOLD[validity.status];
  const successor = newerThan(text, library);
  if (code !== undefined) {
    const by = validity.by === null ? null : library.text(validity.by);
    const gone = code === 'repealed' || code === 'expired';
    const suggestion = gone && successor !== null ? nameOf(successor) : null;
    remarks.push(remark(code, { about: validity.since, suggestion, proof: { document: by, quote: validity.quote } }));
  } else if (successor !== null) {
    const proof = { document: successor, quote: null };
    remarks.push(remark('newer-version', { about: nameOf(successor), suggestion: nameOf(successor), proof }));
  }
  return remarks;
}

/** The latest text of the same title that has come into force since. */
function newerThan(text: LibraryText, library: DraftLibrary): LibraryText | null {
  const since = dayOf(text);
  const later = library
    .byTitle(text.title)
    .filter((one) => one.id !== text.id && dayOf(one) > since && dayOf(one) <= library.today);
  return later.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))[0] ?? null;
}

export const dayOf = ({ effectiveOn, writtenOn }: LibraryText): string => {
  // A law that was amended keeps the day on which it first came into force: the later of the two tells the version.
  const [a, b] = [effectiveOn ?? '', writtenOn ?? ''];
  return a > b ? a : b;
};

const nameOf = ({ title, number, writtenOn }: LibraryText): string =>
  `《${title}》${number === null ? (writtenOn === null ? '' : `（${writtenOn}）`) : `（${number}）`}`;
