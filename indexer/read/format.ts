/**
 * Which format a file is in. Its bytes decide; the name is asked only where bytes leave it open (text or Markdown),
 * because files are renamed, and downloads come without a name or with a wrong one.
 */
import { isEntry } from './entry.ts';
import { pictureType } from './image/picture.ts';
import { openZip } from './zip.ts';

/** `legacy` is what LibreOffice must convert first; `sealed` is an Office file behind a password. */
export type Format =
  | 'empty'
  | 'entry'
  | 'pdf'
  | 'picture'
  | 'docx'
  | 'ofd'
  | 'html'
  | 'mhtml'
  | 'legacy'
  | 'text'
  | 'sealed'
  | 'spreadsheet'
  | 'slides'
  | 'zip'
  | 'tar'
  | 'gzip'
  | '7z'
  | 'rar'
  | 'program';

/** Names of files that an import takes up when it walks a folder; archives among them are opened. */
export const READABLE_NAME =
  /\.(?:txt|text|md|markdown|pdf|png|jpe?g|tiff?|docx|docm|dotx|ofd|html?|xhtml|shtml|mht|mhtml|doc|dot|wps|wpt|rtf|odt|uot|uof)$/i;
export const ARCHIVE_NAME = /\.(?:zip|tar|tgz|tar\.gz|gz|7z|rar)$/i;

const ARCHIVES: ReadonlySet<Format> = new Set<Format>(['zip', 'tar', 'gzip', '7z', 'rar']);
export const isArchive = (format: Format): boolean => ARCHIVES.has(format);

/** A PDF may begin with bytes of other programs. */
const PDF_HEAD = 1024;
const SNIFFED = 4096;
/** More members than any document has. */
const MOST_MEMBERS = 100_000;

const HEADS: readonly (readonly [Format, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['program', [0x4d, 0x5a, 0x90]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];
const ZIP_HEAD = [0x50, 0x4b];
const OLE_HEAD = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Never throws: a damaged zip is still a zip, and what is nothing else is text for the text reader to judge. */
export async function recogniseFormat(bytes: Uint8Array, fileName: string): Promise<Format> {
  if (bytes.length === 0) return 'empty';
  if (isEntry(bytes)) return 'entry';
  if (pictureType(bytes) !== null) return 'picture';
  const head = HEADS.find(([, start]) => startsWith(bytes, start));
  if (head !== undefined) return head[0];
  if (startsWith(bytes, ZIP_HEAD)) return recogniseZip(bytes, fileName);
  if (startsWith(bytes, OLE_HEAD)) return recogniseOle(bytes);
  if (isTar(bytes)) return 'tar';
  if (latin(bytes, PDF_HEAD).includes('%PDF-')) return 'pdf';
  return recogniseText(bytes, fileName);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const latin = (bytes: Uint8Array, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, length)).toString('latin1');

function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= 512 && latin(bytes.subarray(257, 262), 5) === 'ustar';
}

async function recogniseZip(bytes: Uint8Array, fileName: string): Promise<Format> {
  try {
    const zip = await openZip(bytes, MOST_MEMBERS);
    const names = new Set(zip.members.map(({ name }) => name.replaceAll('\\', '/').replace(/^\//, '')));
    zip.close();
    return formatOfMembers(names);
  } catch {
    // Damaged: its reader will say so. The name alone tells what it was to be.
    return /\.ofd$/i.test(fileName) ? 'ofd' : /\.do[ct][xm]$/i.test(fileName) ? 'docx' : 'zip';
  }
}

/** `zip` when its members make it no document. Names without a leading slash. */
export function formatOfMembers(names: ReadonlySet<string>): Format {
  const has = (test: RegExp): boolean => [...names].some((name) => test.test(name));
  if (names.has('OFD.xml')) return 'ofd';
  if (names.has('word/document.xml') || (names.has('[Content_Types].xml') && has(/^word\//))) return 'docx';
  if (names.has('[Content_Types].xml') && has(/^xl\//)) return 'spreadsheet';
  if (names.has('[Content_Types].xml') && has(/^ppt\//)) return 'slides';
  if (names.has('mimetype') && names.has('content.xml')) return 'legacy';
  return 'zip';
}

/** The old Office and WPS container; the names of its streams, in UTF-16, say what is in it. */
function recogniseOle(bytes: Uint8Array): Format {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'sealed';
  if (holds('WordDocument')) return 'legacy';
  if (holds('Workbook')) return 'spreadsheet';
  if (holds('PowerPoint Document')) return 'slides';
  return 'legacy';
}

/** UTF-16 is seen without its zero bytes: marks and tags are ASCII in every encoding. */
function recogniseText(bytes: Uint8Array, fileName: string): Format {
  const start = latin(bytes, SNIFFED)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (start.startsWith('{\\rtf')) return 'legacy';
  if (isMhtml(start)) return 'mhtml';
  if (/^<\?xml[^>]*>\s*(?:<\?mso-application|<(?:w:wordDocument|pkg:package|office:document|uof:))/i.test(start))
    return 'legacy';
  // A saved page may begin with comments, and with the declaration of XHTML.
  const tag = start.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(tag)) return 'html';
  const named = /\.(?:html?|xhtml|shtml)$/i.test(fileName);
  return named && /<\/?(?:p|div|br|span|table|h[1-6]|meta|a|font|title)\b[^>]*>/i.test(latin(bytes, SNIFFED * 4))
    ? 'html'
    : 'text';
}

function isMhtml(start: string): boolean {
  const headers = start.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return (
    /^[\w-]+:/.test(headers) &&
    /^mime-version:/im.test(headers) &&
    /^content-type:\s*(?:multipart\/related|text\/html)/im.test(headers)
  );
}
