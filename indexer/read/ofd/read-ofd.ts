/**
 * An OFD (版式文件) → its lines in reading order with their places. Its text objects may stand in any order: lines and
 * columns are found by place, as in PDFs. Pages that are pictures are told, for OCR to read.
 */
import type { Problem } from '../../model.ts';
import { type PageText, uprightText } from '../layout/placed-text.ts';
import { withPackage } from '../package.ts';
import { toProperties } from '../properties.ts';
import { readPages } from '../read-pages.ts';
import type { ReadOptions, ReadText, SourceMetadata } from '../read-text.ts';
import { FIELD_NAMES, toMetadata } from '../stated-fields.ts';
import { elementAt, elementsOf, textIn, type XmlElement } from '../xml.ts';
import { type OfdFile, type OfdPage, openOfd } from './ofd-file.ts';
import { drawingOf } from './page-drawing.ts';
import { readTextObject } from './text-object.ts';

const OFD_MEDIA_TYPE = 'application/ofd';

/** Throws file_encrypted, file_damaged or file_too_large; a page that cannot be read is a problem of its own. */
export async function readOfd(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadText> {
  return withPackage(bytes, async (parts) => {
    const file = await openOfd(parts);
    const readPage = async (page: number): Promise<PageText> => textOf(await file.readPage(page));
    const read = await readPages({ pages: file.pages, readPage }, options);
    const problems = [...read.problems, ...attachmentsProblem(file.attachments)];
    return { mediaType: OFD_MEDIA_TYPE, encoding: null, ...read, problems, metadata: metadataOf(file) };
  });
}

function textOf(page: OfdPage): PageText {
  const { width, height, objects, resources } = page;
  const texts = objects.filter(({ kind }) => kind === 'text');
  // Scans with a text layer keep it hidden under the picture; elsewhere hidden text is none of the page's.
  const shown = texts.some(({ hidden }) => !hidden) ? texts.filter(({ hidden }) => !hidden) : texts;
  const placed = shown.flatMap(({ element, toPage }) => readTextObject(element, toPage, resources.boldFonts));
  return uprightText(placed, { width, height, drawing: async () => drawingOf(page) });
}

/** Systems of 公文 state number, issuer and dates in CustomDatas; title and author alone are what a program fills in. */
function metadataOf({ info, signed }: OfdFile): SourceMetadata | null {
  const stated = statedIn(info);
  return signed === null ? stated : { ...stated, signed };
}

function statedIn(info: XmlElement | null): SourceMetadata | null {
  const text = (name: string): string => textIn(elementAt(info ?? undefined, name));
  const fields = new Map<string, string>();
  for (const custom of elementsOf(elementAt(info ?? undefined, 'CustomDatas'), 'CustomData')) {
    const name = (custom.attributes.Name ?? '').replace(/\s/g, '');
    const value = textIn(custom).trim();
    if (FIELD_NAMES.includes(name) && value !== '' && !fields.has(name)) fields.set(name, value);
  }
  return fields.size > 0 ? toMetadata(fields) : toProperties(text('Title'), text('Author'));
}

function attachmentsProblem(names: readonly string[]): Problem[] {
  if (names.length === 0) return [];
  const message = `文件内附有 ${names.length} 个附件，其内容未导入：${names.join('、')}`;
  return [{ stage: 'read', code: 'attachments_inside', message, line: null }];
}
