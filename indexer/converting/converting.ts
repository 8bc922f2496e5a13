/**
 * Reading with the help of LibreOffice where the format needs it. Without it a file is catalogued by its name and waits:
 * 待转换; parsing it again reads it once LibreOffice is there.
 */
import { AppError } from '../errors.ts';
import type { ParsedFile } from '../model.ts';
import { entryBytes } from '../read/entry.ts';
import type { ReadOptions } from '../read/read-text.ts';
import { findLibreOffice } from './find-libreoffice.ts';
import { type LibreOffice, openLibreOffice } from './libreoffice.ts';

/** Code of the problem that marks a document known by its name alone. */
export const AWAITS_CONVERSION = 'awaits_conversion';

type Parse = (bytes: Uint8Array, fileName: string, options?: ReadOptions) => Promise<ParsedFile>;

export interface Converting {
  readonly parse: Parse;
  /** Path of the program that is used; null when there is none. */
  readonly program: () => string | null;
  readonly close: () => Promise<void>;
}

const MESSAGE = '待转换：只按文件名收录；安装 LibreOffice 后即可读取全文';

/** `wanted`: the program that the user names, or null to look for it. */
export function openConverting(
  parse: Parse,
  wanted: string | null,
  libreOffice: LibreOffice = openLibreOffice(),
): Converting {
  const program = (): string | null => findLibreOffice(wanted);
  return {
    program,
    async parse(bytes, fileName, options) {
      try {
        return await parse(bytes, fileName, options);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'file_needs_converter')) throw error;
        const found = program();
        const { mediaType, suffix } = kindOf(bytes, fileName);
        if (found === null) return { ...(await byName(parse, fileName)), mediaType };
        const converted = await libreOffice.convert(found, bytes, suffix);
        return { ...(await parse(converted, `${stem(fileName)}.docx`, options)), mediaType };
      }
    },
    close: () => libreOffice.close(),
  };
}

/** True when nothing but the name of the file was read. */
export const awaitsConversion = ({ problems }: ParsedFile): boolean =>
  problems.some(({ code }) => code === AWAITS_CONVERSION);

async function byName(parse: Parse, fileName: string): Promise<ParsedFile> {
  const entry = { fields: { title: stem(fileName).replace(/\s+/g, ' ').trim() || fileName }, text: '' };
  const parsed = await parse(entryBytes(entry), fileName);
  const problem = { stage: 'read', code: AWAITS_CONVERSION, message: MESSAGE, line: null } as const;
  const documents = parsed.documents.map((document) => ({ ...document, problems: [problem] }));
  return { ...parsed, documents, problems: [problem], characters: 0 };
}

const stem = (name: string): string => name.replace(/\.[^.]{1,5}$/, '');

/** LibreOffice goes by the suffix; WPS writes Word's format under its own. */
function kindOf(bytes: Uint8Array, fileName: string): { readonly mediaType: string; readonly suffix: string } {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0')) return { mediaType: 'application/msword', suffix: 'doc' };
  if (head.trimStart().startsWith('{\\rtf')) return { mediaType: 'application/rtf', suffix: 'rtf' };
  if (head.startsWith('PK')) return { mediaType: 'application/vnd.oasis.opendocument.text', suffix: 'odt' };
  const suffix = /\.([a-z]{2,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? 'xml';
  return { mediaType: 'application/xml', suffix };
}
