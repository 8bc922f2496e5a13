/** A document that is a zip of parts (DOCX, OFD): its parts by name, bounded in number, size and in all. */
import { AppError } from '../errors.ts';
import { readXml, type XmlElement } from './xml.ts';
import { openZip, tooLarge, type ZipMember } from './zip.ts';

const MOST_PARTS = 20_000;
const LARGEST_PART = 128 * 1024 * 1024;
/** All that is unpacked of one document. */
const LARGEST_WHOLE = 512 * 1024 * 1024;

export interface Package {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Throws not_found only when `has` says so; file_damaged, file_encrypted or file_too_large. */
  xml(name: string): Promise<XmlElement>;
  bytes(name: string): Promise<Buffer>;
}

/** Opens, hands over, closes. Names are found without regard to case and to a leading slash, as writers differ in both. */
export async function withPackage<T>(bytes: Uint8Array, work: (parts: Package) => Promise<T>): Promise<T> {
  const zip = await openZip(bytes, MOST_PARTS);
  const members = new Map<string, ZipMember>(zip.members.map((member) => [keyOf(member.name), member]));
  let unpacked = 0;
  const read = async (name: string): Promise<Buffer> => {
    const member = members.get(keyOf(name));
    if (member === undefined) throw new AppError('file_damaged', { reason: name });
    const part = await member.read(LARGEST_PART);
    unpacked += part.length;
    if (unpacked > LARGEST_WHOLE) throw tooLarge(unpacked, LARGEST_WHOLE);
    return part;
  };
  try {
    return await work({
      names: zip.members.map(({ name }) => name),
      has: (name) => members.has(keyOf(name)),
      xml: async (name) => readXml(await read(name)),
      bytes: read,
    });
  } finally {
    zip.close();
  }
}

const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** `Pages/Page_0/Content.xml` beside `Doc_0/Document.xml` is `Doc_0/Pages/Page_0/Content.xml`; `/x` begins at the root. */
export function resolvePart(beside: string, target: string): string {
  const path = target.startsWith('/') ? target : `${beside.split('/').slice(0, -1).join('/')}/${target}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
