/**
 * XML of DOCX and OFD → elements. No document type is accepted and no entity is expanded but the five of XML and
 * characters by number: neither format has others, and those that bring some mean harm.
 */
import { XMLParser } from 'fast-xml-parser';
import { AppError } from '../errors.ts';

export interface XmlElement {
  /** Without its prefix: `p` for `w:p`. */
  readonly name: string;
  /** Names without their prefixes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Deeper than tables in text boxes in tables ever go. */
const DEEPEST = 400;
const TEXT = '#text';
const ATTRIBUTES = ':@';

type Raw = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  htmlEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
});

/** The root element. Throws file_damaged. */
export function readXml(bytes: Uint8Array): XmlElement {
  const text = decode(bytes);
  if (/<!DOCTYPE/i.test(text)) throw new AppError('file_damaged', { reason: 'DOCTYPE' });
  try {
    const root = convert(parser.parse(text) as Raw[]).find((child) => typeof child !== 'string');
    if (root !== undefined && typeof root !== 'string') return root;
  } catch (cause) {
    throw new AppError('file_damaged', { reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
  }
  throw new AppError('file_damaged', { reason: 'XML' });
}

/** A byte-order mark or the declaration names the encoding; without either it is UTF-8. */
function decode(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : null;
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const label = marked ?? /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch (cause) {
    throw new AppError('file_damaged', { reason: label }, { cause });
  }
}

function convert(raw: readonly Raw[]): (XmlElement | string)[] {
  return raw.map((one) => {
    if (TEXT in one) return decodeEntities(String(one[TEXT]));
    const name = Object.keys(one).find((key) => key !== ATTRIBUTES) ?? '';
    const attributes = Object.entries((one[ATTRIBUTES] ?? {}) as Raw).map(
      ([key, value]) => [key, decodeEntities(String(value))] as const,
    );
    return { name, attributes: Object.fromEntries(attributes), children: convert((one[name] ?? []) as Raw[]) };
  });
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return PREDEFINED[name] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function elementsOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  if (element === undefined) return [];
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element at the end of a path of names: `pPr`, `numPr`. */
export function elementAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => elementsOf(at, name)[0], element);
}

/** Every element of that name below, in order. */
export function allOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}

/** All text below. */
export function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
