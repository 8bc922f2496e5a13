/** Which text of the library a citation of a draft means, and whether its number and title belong together. Two candidates are never guessed between. */
import { bareTitleKey } from '../text/title-key.ts';
import { type Remark, remark } from './findings.ts';
import type { DraftLibrary, LibraryText } from './library.ts';

export interface Named {
  readonly title: string | null;
  readonly number: string | null;
  readonly pin: string | null;
}

export interface Meant {
  readonly text: LibraryText | null;
  readonly remarks: readonly Remark[];
}

/** The number decides; the title then has to agree. Without a number the version that is the latest in force. */
export function textMeant({ title, number, pin }: Named, library: DraftLibrary): Meant {
  const numbered = number === null ? [] : library.byNumber(number);
  const [text] = numbered;
  if (text !== undefined) return numbered.length === 1 ? byNumber(text, title, library) : pickByTitle(numbered, title);
  if (title === null) return { text: null, remarks: [remark('not-held')] };
  const titled = library.byTitle(title);
  if (titled.length === 0) return byName({ title, number, pin }, library) ?? notHeld(title, library);
  return byTitle(titled, number, library);
}

function byNumber(text: LibraryText, title: string | null, library: DraftLibrary): Meant {
  if (title === null || agrees(text.title, title)) return { text, remarks: [] };
  // 《某市停车办法》（某政发〔2020〕1号） names the notice by the text that it issues.
  if (library.byTitle(title).some(({ id }) => id === text.id)) return { text, remarks: [] };
  const suggestion = `《${text.title}》`;
  const proof = { document: text, quote: null };
  return { text, remarks: [remark('title-differs', { about: text.title, suggestion, proof })] };
}

function pickByTitle(numbered: readonly LibraryText[], title: string | null): Meant {
  const fitting = title === null ? [] : numbered.filter((text) => agrees(text.title, title));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return { text: only, remarks: [] };
  return { text: null, remarks: [remark('ambiguous', { about: namesOf(numbered) })] };
}

function byTitle(titled: readonly LibraryText[], number: string | null, library: DraftLibrary): Meant {
  const [newest] = titled;
  if (newest === undefined) return { text: null, remarks: [remark('not-held')] };
  if (!isFamily(titled)) return { text: null, remarks: [remark('ambiguous', { about: namesOf(titled) })] };
  const text = titled.find(({ effectiveOn, writtenOn }) => (effectiveOn ?? writtenOn ?? '') <= library.today) ?? newest;
  const numbers = titled.flatMap((one) => one.number ?? []);
  // A version that the library does not have may well bear that number.
  if (number === null || numbers.length < titled.length) return { text, remarks: [] };
  const own = text.number;
  const proof = { document: text, quote: null };
  return { text, remarks: [remark('number-differs', { about: own, suggestion: own, proof })] };
}

/** Texts of one title are versions of one rule unless they come from different bodies. */
function isFamily(texts: readonly LibraryText[]): boolean {
  const issuers = new Set(texts.filter(({ issuers: names }) => names.length > 0).map(({ issuers: names }) => names[0]));
  return issuers.size <= 1;
}

/** 民法典 where the library has it in parts, 《关于…》 without its issuer: as links are followed. Null when no text bears the name. */
function byName(named: Named, library: DraftLibrary): Meant | null {
  const { text, candidates } = library.resolve(named);
  if (text !== null) return { text, remarks: [] };
  return candidates.length === 0
    ? null
    : { text: null, remarks: [remark('ambiguous', { about: namesOf(candidates) })] };
}

function notHeld(title: string, library: DraftLibrary): Meant {
  const [near] = library.nearTitle(title);
  if (near === undefined) return { text: null, remarks: [remark('not-held')] };
  const suggestion = `《${near.title}》`;
  return {
    text: null,
    remarks: [remark('similar-title', { about: near.title, suggestion, proof: { document: near, quote: null } })],
  };
}

/** 关于…的通知 of the draft may leave out who issued it. */
function agrees(held: string, cited: string): boolean {
  const [a, b] = [bareTitleKey(held), bareTitleKey(cited)];
  return a === b || a.includes(b) || b.includes(a);
}

const namesOf = (texts: readonly LibraryText[]): string =>
  texts
    .slice(0, 4)
    .map(({ title, number, writtenOn }) =>
      [`《${title}》`, number ?? writtenOn].filter((part) => part !== null).join(''),
    )
    .join('；');
