/**
 * An OFD opened: its documents, their pages with templates, and resources (GB/T 33190-2016). Annotations and actions
 * are no part of the text and are passed over; what stands outside the package is never asked for.
 */
import { AppError } from '../../errors.ts';
import { type Package, resolvePart } from '../package.ts';
import { allOf, elementAt, elementsOf, textIn, type XmlElement } from '../xml.ts';
import { objectsOf, type PageObject } from './page-objects.ts';
import { describeSignatures } from './signatures.ts';
import { boxIn, type Matrix, POINTS_A_MILLIMETRE } from './values.ts';

export interface OfdFile {
  readonly pages: number;
  /** DocInfo of its only document; null when it holds several. */
  readonly info: XmlElement | null;
  /** Seals and signatures, in a sentence; null when there are none. */
  readonly signed: string | null;
  /** Names of the files attached to it. */
  readonly attachments: readonly string[];
  /** Page from 1. Throws file_damaged or file_too_large. */
  readPage(page: number): Promise<OfdPage>;
}

export interface OfdPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly objects: readonly PageObject[];
  readonly resources: OfdResources;
}

/** What pages refer to by id. */
export interface OfdResources {
  readonly boldFonts: ReadonlySet<string>;
  readonly composites: ReadonlyMap<string, XmlElement>;
  /** Id of a picture → the part that holds it. */
  readonly pictures: ReadonlyMap<string, string>;
}

/** A4, in millimetres. */
const USUAL_BOX = [0, 0, 210, 297] as const;
const BOLD_NAME = /bold|black|heavy|黑体/i;

interface OfdDocument {
  /** Part that the pages' addresses begin at. */
  readonly part: string;
  readonly root: XmlElement;
  readonly templates: ReadonlyMap<string, XmlElement>;
  readonly resources: OfdResources;
}

interface PageEntry {
  readonly document: OfdDocument;
  readonly part: string;
}

/** Throws file_damaged, file_encrypted or file_too_large. */
export async function openOfd(parts: Package): Promise<OfdFile> {
  // An OFD whose parts are encrypted says so beside its root (GB/T 33190-2016 §19); no program opens it without its key.
  if (parts.has('Encryptions.xml') || parts.has('Encryptions/Encryptions.xml')) throw new AppError('file_encrypted');
  const root = await parts.xml('OFD.xml');
  const bodies = elementsOf(root, 'DocBody');
  const documents: OfdDocument[] = [];
  for (const body of bodies) {
    const part = resolvePart('OFD.xml', textIn(elementAt(body, 'DocRoot')).trim());
    if (part !== '') documents.push(await openDocument(parts, part));
  }
  if (documents.length === 0) throw new AppError('file_damaged', { reason: 'DocRoot' });
  const entries = documents.flatMap(pagesOf);
  const attachments: string[] = [];
  for (const document of documents) attachments.push(...(await attachmentsOf(parts, document)));
  return {
    pages: entries.length,
    info: (bodies.length === 1 ? elementAt(bodies[0], 'DocInfo') : undefined) ?? null,
    signed: await describeSignatures(parts, bodies),
    attachments,
    async readPage(page) {
      const entry = entries[page - 1];
      if (entry === undefined) throw new AppError('not_found', { what: `${page}` });
      return readPage(parts, entry);
    },
  };
}

async function openDocument(parts: Package, part: string): Promise<OfdDocument> {
  const root = await parts.xml(part);
  const common = elementAt(root, 'CommonData');
  const templates = new Map<string, XmlElement>();
  for (const { attributes } of elementsOf(common, 'TemplatePage')) {
    const at = resolvePart(part, attributes.BaseLoc ?? '');
    if (attributes.ID !== undefined && parts.has(at)) templates.set(attributes.ID, await parts.xml(at));
  }
  const listed = [...elementsOf(common, 'PublicRes'), ...elementsOf(common, 'DocumentRes')];
  return { part, root, templates, resources: await readResources(parts, part, listed) };
}

async function readResources(parts: Package, beside: string, listed: readonly XmlElement[]): Promise<OfdResources> {
  const [boldFonts, composites, pictures] = [
    new Set<string>(),
    new Map<string, XmlElement>(),
    new Map<string, string>(),
  ];
  for (const entry of listed) {
    const part = resolvePart(beside, textIn(entry).trim());
    if (!parts.has(part)) continue;
    const root = await parts.xml(part);
    const base = resolvePart(part, `${root.attributes.BaseLoc ?? '.'}/_`);
    for (const { attributes } of allOf(root, 'Font'))
      if (attributes.Bold === 'true' || BOLD_NAME.test(`${attributes.FontName} ${attributes.FamilyName}`))
        boldFonts.add(attributes.ID ?? '');
    for (const unit of allOf(root, 'CompositeGraphicUnit')) composites.set(unit.attributes.ID ?? '', unit);
    for (const media of allOf(root, 'MultiMedia')) {
      const file = textIn(elementAt(media, 'MediaFile')).trim();
      if (file !== '') pictures.set(media.attributes.ID ?? '', resolvePart(base, file));
    }
  }
  return { boldFonts, composites, pictures };
}

function pagesOf(document: OfdDocument): PageEntry[] {
  return elementsOf(elementAt(document.root, 'Pages'), 'Page').map(({ attributes }) => ({
    document,
    part: resolvePart(document.part, attributes.BaseLoc ?? ''),
  }));
}

async function readPage(parts: Package, { document, part }: PageEntry): Promise<OfdPage> {
  const content = await parts.xml(part);
  const [x, y, width, height] = boxOf(content) ?? boxOf(elementAt(document.root, 'CommonData')) ?? USUAL_BOX;
  const toPoints: Matrix = [POINTS_A_MILLIMETRE, 0, 0, POINTS_A_MILLIMETRE, -x, -y].map((value, index) =>
    index < 4 ? value : value * POINTS_A_MILLIMETRE,
  ) as unknown as Matrix;
  const own = await readResources(parts, part, elementsOf(content, 'PageRes'));
  const resources = joinResources(document.resources, own);
  const sheets = [
    ...templatesOf(document, content, (order) => order !== 'Foreground'),
    content,
    ...templatesOf(document, content, (order) => order === 'Foreground'),
  ];
  return {
    width: width * POINTS_A_MILLIMETRE,
    height: height * POINTS_A_MILLIMETRE,
    objects: sheets.flatMap((sheet) => objectsOf(sheet, toPoints, resources.composites)),
    resources,
  };
}

const boxOf = (element: XmlElement | undefined): ReturnType<typeof boxIn> => {
  const area = elementAt(element, 'Area') ?? elementAt(element, 'PageArea');
  return boxIn(textIn(elementAt(area, 'PhysicalBox')));
};

function templatesOf(
  { templates }: OfdDocument,
  content: XmlElement,
  wanted: (order: string) => boolean,
): XmlElement[] {
  return elementsOf(content, 'Template').flatMap(({ attributes }) => {
    const template = templates.get(attributes.TemplateID ?? '');
    return template !== undefined && wanted(attributes.ZOrder ?? 'Background') ? [template] : [];
  });
}

const joinResources = (shared: OfdResources, own: OfdResources): OfdResources => ({
  boldFonts: new Set([...shared.boldFonts, ...own.boldFonts]),
  composites: new Map([...shared.composites, ...own.composites]),
  pictures: new Map([...shared.pictures, ...own.pictures]),
});

/** Named in Document.xml itself or in the part that it names. */
async function attachmentsOf(parts: Package, { part, root }: OfdDocument): Promise<string[]> {
  const listed = elementAt(root, 'Attachments');
  const at = resolvePart(part, textIn(listed).trim());
  const list = elementsOf(listed).length > 0 || !parts.has(at) ? listed : await parts.xml(at);
  return list === undefined
    ? []
    : allOf(list, 'Attachment')
        .filter(({ attributes }) => attributes.Visible !== 'false')
        .map(({ attributes }) => attributes.Name ?? '');
}
