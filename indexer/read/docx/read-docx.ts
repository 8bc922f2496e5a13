/** A Word document (DOCX) → its lines: paragraphs with their printed numbers, rows of tables, footnotes under their marks. */
import { type Package, resolvePart, withPackage } from '../package.ts';
import { toProperties } from '../properties.ts';
import type { ReadText, SourceLine, SourceMetadata } from '../read-text.ts';
import { markWhole } from '../whole.ts';
import { elementAt, elementsOf, textIn, type XmlElement } from '../xml.ts';
import { DocxContent, type DocxLine } from './content.ts';
import { Numbering } from './numbering.ts';
import { Styles } from './styles.ts';

const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const MAIN_PART = 'word/document.xml';
const CORE_PART = 'docProps/core.xml';

/** Throws file_damaged, file_encrypted or file_too_large. Pictures, comments and what is linked are never touched. */
export function readDocx(bytes: Uint8Array): Promise<ReadText> {
  return withPackage(bytes, async (parts) => {
    const main = await mainPart(parts);
    const beside = async (name: string): Promise<XmlElement | null> => {
      const path = resolvePart(main, name);
      return parts.has(path) ? parts.xml(path) : null;
    };
    const styles = new Styles(await beside('styles.xml'));
    const content = new DocxContent(styles, new Numbering(await beside('numbering.xml')));
    content.readBlocks(elementAt(await parts.xml(main), 'body'));
    const notes = await readNotes(content, styles, beside);
    const lines = toLines(content.lines, notes);
    const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
    const metadata = await readProperties(parts);
    return { mediaType: DOCX_MEDIA_TYPE, encoding: null, lines, characters, pages: [], metadata, problems: [] };
  });
}

/** Properties that are damaged are no reason to refuse the text. */
async function readProperties(parts: Package): Promise<SourceMetadata | null> {
  if (!parts.has(CORE_PART)) return null;
  const core = await parts.xml(CORE_PART).catch(() => undefined);
  return toProperties(textIn(elementAt(core, 'title')), textIn(elementAt(core, 'creator')));
}

/** Where the package says that the document is; nearly always word/document.xml. */
async function mainPart(parts: Package): Promise<string> {
  if (!parts.has('_rels/.rels')) return MAIN_PART;
  const found = elementsOf(await parts.xml('_rels/.rels')).find(
    ({ attributes }) => attributes.Type?.endsWith('/officeDocument') && attributes.Target !== undefined,
  );
  return resolvePart('', found?.attributes.Target ?? MAIN_PART);
}

interface Note {
  readonly text: string;
  readonly at: number;
}

type Beside = (name: string) => Promise<XmlElement | null>;

/** Footnotes and endnotes in the order of their marks. */
async function readNotes(content: DocxContent, styles: Styles, beside: Beside): Promise<Note[]> {
  if (content.notes.length === 0) return [];
  const parts = { footnote: await beside('footnotes.xml'), endnote: await beside('endnotes.xml') };
  return content.notes.flatMap(({ kind, id, at }) => {
    const note = elementsOf(parts[kind] ?? undefined, kind).find(({ attributes }) => attributes.id === id);
    const inner = new DocxContent(styles, new Numbering(null));
    inner.readBlocks(note);
    const text = inner.lines.map((line) => line.text.trim()).join('');
    return text === '' ? [] : [{ text, at }];
  });
}

/** With a title, headings stand below it: 1 is the title. Footnotes stand under the line that bears their mark. */
function toLines(printed: readonly DocxLine[], notes: readonly Note[]): SourceLine[] {
  const shift = printed.some(({ heading }) => heading === 0) ? 1 : 0;
  const lines: SourceLine[] = [];
  printed.forEach(({ text, heading, row }, index) => {
    const mark = lines.length + 1;
    const level = heading === null ? {} : { heading: heading + shift };
    lines.push({ text, line: mark, page: null, ...level, ...(row ? { row } : {}) });
    notes.forEach((note, number) => {
      if (note.at !== index) return;
      lines.push({ text: `注${number + 1}：${note.text}`, line: lines.length + 1, page: null, note: mark });
    });
  });
  return markWhole(lines);
}
