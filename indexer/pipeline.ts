/** The stages of reading a file, in order, on one screen: read → clean → split → outline → describe → cite → classify. */
import { findCitations } from './citations/citations.ts';
import { cleanCharacters } from './clean/characters.ts';
import { type CleanText, cleanLines } from './clean/clean.ts';
import { explainLines } from './clean/explain.ts';
import { readMarkup } from './clean/markup.ts';
import { findSuspects } from './clean/suspects.ts';
import { describeFromName } from './metadata/from-name.ts';
import { describeFromSource, statedTitle, statesTitle } from './metadata/from-source.ts';
import { readMetadata } from './metadata/metadata.ts';
import { findOddDates } from './metadata/odd-dates.ts';
import { readType } from './metadata/type.ts';
import type { Citation, Issue, ParsedDocument, ParsedFile, Provision } from './model.ts';
import { findNumberingJumps } from './outline/numbering.ts';
import { buildOutline } from './outline/outline.ts';
import type { Entry } from './read/entry.ts';
import { printedPages } from './read/printed-pages.ts';
import { readFile } from './read/read-file.ts';
import type { ReadOptions, ReadText, SourceMetadata } from './read/read-text.ts';
import { statedInText } from './read/stated-in-text.ts';
import { addFootnotes } from './split/footnotes.ts';
import { readIssueFacts, textOf } from './split/issue.ts';
import { asOneDocument } from './split/one-document.ts';
import { type SplitText, splitDocuments } from './split/split.ts';
import type { SplitDocument } from './split/split-document.ts';
import { titleKey } from './text/title-key.ts';
import { isTraditional, Restoring, restoreDocument, simplify } from './text/traditional.ts';
import { classify } from './topics/classify.ts';

export const STAGES = ['read', 'clean', 'split', 'describe', 'outline', 'cite', 'classify'] as const;
export type Stage = (typeof STAGES)[number];

/** Masthead, number, registration and a title of several lines. */
const HEAD_LINES = 12;

/** Everything that a file says. Throws what its reader throws; any text at all gives a result. */
export async function parseBytes(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ParsedFile> {
  const parsed = parseText(await readFile(bytes, fileName, options));
  const [document, ...others] = parsed.documents;
  if (document === undefined || others.length > 0) return parsed;
  return { ...parsed, documents: [describeFromName(document, fileName)] };
}

/** The same from lines that were already read. */
export function parseText(read: ReadText): ParsedFile {
  if (read.entry !== undefined) return parseEntry(read, read.entry);
  const metadata = read.metadata ?? statedInText(read.lines);
  return metadata === null ? parseLines(read) : parseDescribed(read, metadata);
}

/** A file of one document that says something of it beside the text; of many documents it cannot tell which it means. */
function parseDescribed(read: ReadText, source: SourceMetadata): ParsedFile {
  const parsed = parseLines(read);
  if (parsed.documents.length > 1) return parsed;
  const isHeadless = parsed.documents.length === 0 || !printsTitle(read, source.title ?? '');
  const whole = isHeadless && statesTitle(source) ? parseHeaded(read, source.title, parsed) : parsed;
  return { ...whole, documents: whole.documents.map((document) => describeFromSource(document, source)) };
}

/** A page may print the title over the text and not in it; then the stated one stands for the head that is missing. */
function parseHeaded(read: ReadText, title: string, bare: ParsedFile): ParsedFile {
  // A text that begins with a title of its own is another matter: the two are compared. What a notice issues is its title's part.
  const isOther = (own: string): boolean =>
    own !== '' && printsTitle(read, own) && !titleKey(title).includes(titleKey(own));
  if (bare.documents.some((document) => isOther(document.title))) return bare;
  const parsed = parseLines({ ...read, lines: [{ text: title, line: 1, page: null }, ...read.lines] });
  const [first] = parsed.documents;
  const isWhole = parsed.documents.length === 1 && titleKey(first?.title ?? '') === titleKey(title);
  const document = isWhole && first ? first : readDocument(asOneDocument(title, cleanLines(read.lines).lines), null);
  const stated = { ...document, evidence: { ...document.evidence, title: statedTitle(title) } };
  return { ...bare, documents: [stated], problems: read.problems };
}

/** Whether the text begins with that title, on one line or several. */
const printsTitle = ({ lines }: ReadText, title: string): boolean =>
  titleKey(
    lines
      .slice(0, HEAD_LINES)
      .map(({ text }) => text)
      .join(''),
  ).includes(titleKey(title));

function parseLines(read: ReadText): ParsedFile {
  return isTraditional(sampleOf(read)) ? parseTraditional(read) : parseSimplified(read);
}

/** Enough of a text to tell which characters it is written in. */
const sampleOf = ({ lines }: ReadText): string =>
  lines
    .slice(0, 400)
    .map(({ text }) => text)
    .join('');

/** Patterns know simplified characters only; what they find is given back as printed. */
function parseTraditional(read: ReadText): ParsedFile {
  const lines = read.lines.map((line) => ({ ...line, text: simplify(line.text) }));
  const parsed = parseSimplified({ ...read, lines });
  const printed = cleanLines(read.lines).lines.map(({ text }) => text);
  const restoring = new Restoring(printed.join(''));
  return { ...parsed, documents: parsed.documents.map((document) => restoreDocument(document, restoring)) };
}

function parseSimplified(read: ReadText): ParsedFile {
  const { clean, split } = splitRead(read);
  const issue = findIssue(read, clean, split);
  const documents = split.documents.map((document) => readDocument(document, issue));
  return {
    mediaType: read.mediaType,
    encoding: read.encoding,
    issue,
    documents,
    problems: [...read.problems, ...split.problems, ...noDocument(documents)],
    characters: read.characters,
    ...(read.pages.length > 0 ? { pages: printedPages(read, droppedLines(clean)) } : {}),
  };
}

/** Footnotes are kept out of the way of what they stand between. */
function splitRead({ lines }: ReadText): { readonly clean: CleanText; readonly split: SplitText } {
  const clean = cleanLines(lines.filter(({ note }) => note === undefined));
  const split = splitDocuments(clean.lines);
  const marks = new Map(lines.flatMap(({ line, note }) => (note === undefined ? [] : [[line, note] as const])));
  if (marks.size === 0) return { clean, split };
  const notes = cleanLines(lines.filter(({ line }) => marks.has(line))).lines;
  return { clean, split: { ...split, documents: addFootnotes(split.documents, notes, marks) } };
}

function readDocument(split: SplitDocument, issue: Issue | null): ParsedDocument {
  const { body, provisions } = buildOutline([...split.carrier, ...split.content], new Set(split.attachedTitles));
  const metadata = readMetadata(split, issue, body, provisions);
  return {
    ...metadata,
    topics: classify(metadata.title, metadata.issuers, body),
    body,
    provisions,
    citations: findCitations(metadata.title, body, provisions, { number: metadata.number, title: metadata.title }),
    lines: split.lines,
    repairs: split.repairs,
    problems: [
      ...split.problems,
      ...findOddDates(split, metadata, issue),
      ...findNumberingJumps(provisions),
      ...findSuspects(provisions),
    ],
  };
}

/** Always one document: the text may hold the whole of it, or only what stands below its head; the given fields count. */
function parseEntry(read: ReadText, { fields, text }: Entry): ParsedFile {
  const head = [fields.title, fields.number ?? '', fields.addressee === undefined ? '' : `${fields.addressee}：`];
  const headed = [...head.map((line) => ({ text: line, line: 1, page: null })), ...read.lines];
  const whole = parseLines(read);
  const isWhole = whole.documents.length === 1 && titleKey(whole.documents[0]?.title ?? '') === titleKey(fields.title);
  const parsed = isWhole ? whole : parseLines({ ...read, lines: headed });
  const document = parsed.documents.length === 1 ? parsed.documents[0] : undefined;
  const base = document ?? readDocument(asOneDocument(fields.title, cleanLines(read.lines).lines), null);
  const given = Object.keys(fields) as (keyof ParsedDocument['evidence'])[];
  const evidence = Object.fromEntries(
    Object.entries(base.evidence).filter(([field]) => !given.some((one) => one === field)),
  );
  const topics = classify(fields.title, fields.issuers ?? base.issuers, base.body);
  const type = fields.type ?? readType(fields.title) ?? base.type;
  const entered = { ...base, ...fields, type, topics, evidence, problems: text.trim() === '' ? [] : base.problems };
  return { ...parsed, issue: null, documents: [entered], problems: read.problems, characters: read.characters };
}

function droppedLines({ changes }: CleanText): Set<number> {
  return new Set(changes.filter(({ after }) => after === '').map(({ line }) => line));
}

export interface Draft {
  readonly title: string;
  readonly body: string;
  readonly provisions: readonly Provision[];
  readonly citations: readonly Citation[];
}

/** A text that somebody is still writing: every line is a paragraph, nothing is taken for a running head or left out. */
export function readDraft(lines: readonly string[]): Draft {
  const written = lines.flatMap((text, index) => {
    const clean = cleanCharacters(text).trim();
    return clean === '' ? [] : [{ text: clean, lines: [index + 1, index + 1] as const, page: null }];
  });
  const title = written.find(({ text }) => /[\p{L}\p{N}]/u.test(text))?.text ?? '';
  const { body, provisions } = buildOutline(written, new Set());
  return { title, body, provisions, citations: findCitations('', body, provisions, { number: null, title }) };
}

/** A single document is no issue, even where a running head names the gazette that it was cut from: then that head tells the issue. */
function findIssue(read: ReadText, clean: CleanText, split: SplitText): Issue | null {
  const heads = clean.changes
    .filter(({ reason }) => reason === 'running-head')
    .map(({ before }) => cleanCharacters(before));
  const first = split.front[0]?.line ?? 0;
  const until = split.documents[0]?.lines[0] ?? first;
  const front = read.lines
    .filter(({ line }) => line < until)
    .map(({ text }) => readMarkup(cleanCharacters(text))?.text ?? '');
  return readIssueFacts(front, textOf(split.back), heads);
}

function noDocument(documents: readonly ParsedDocument[]): ParsedFile['problems'] {
  if (documents.length > 0) return [];
  return [{ stage: 'split', code: 'no_document', message: '没有找到公文：既无发文字号，也无标题与条款', line: null }];
}

/** What came out of one stage, for `gongbao parse --stage`. */
export async function runStage(
  bytes: Uint8Array,
  fileName: string,
  stage: Stage,
  options: ReadOptions = {},
): Promise<unknown> {
  const read = await readFile(bytes, fileName, options);
  if (stage === 'read') return read;
  const { clean, split } = splitRead(read);
  if (stage === 'clean') return { ...clean, edits: explainLines(clean) };
  if (stage === 'split') return split;
  const issue = findIssue(read, clean, split);
  const documents = split.documents.map((document) => readDocument(document, issue));
  const pick: Record<Exclude<Stage, 'read' | 'clean' | 'split'>, (document: ParsedDocument) => unknown> = {
    describe: ({ body: _body, provisions: _provisions, citations: _citations, topics: _topics, ...metadata }) =>
      metadata,
    outline: ({ title, provisions }) => ({ title, provisions }),
    cite: ({ title, citations }) => ({ title, citations }),
    classify: ({ title, topics }) => ({ title, topics }),
  };
  return documents.map(pick[stage]);
}
