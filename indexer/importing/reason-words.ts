/** Why a file could not be read, as its reader says it, in words of the user's language. Pure. */
import type { Language } from '../errors.ts';

/** What systems, libraries and formats say, and what it means to somebody who has the file. */
const REASONS: readonly (readonly [pattern: RegExp, words: Readonly<Record<Language, string>>])[] = [
  [/^E(?:ACCES|PERM)$/, { zh: '没有读取权限', en: 'no permission to read it' }],
  [/^E(?:BUSY|TXTBSY|AGAIN)$/, { zh: '正被其他程序使用', en: 'another program is using it' }],
  [/^(?:EIO|ENXIO|EREMOTEIO|ESTALE)$/, { zh: '磁盘或网络驱动器读取出错', en: 'the disk or network drive fails' }],
  [/^E(?:MFILE|NFILE)$/, { zh: '同时打开的文件太多', en: 'too many files are open' }],
  [/^(?:ELOOP|ENAMETOOLONG|ENOTDIR|EFTYPE|EISDIR)$/, { zh: '不是普通文件', en: 'it is no ordinary file' }],
  [/central directory|not a zip|local file header|zip64/i, { zh: '压缩结构不完整', en: 'its archive is incomplete' }],
  [
    /invalid (?:distance|stored block|code|block type)|incorrect (?:header|data) check|crc|inflate/i,
    { zh: '压缩内容有误', en: 'its compressed content is wrong' },
  ],
  [/invalid pdf|no pdf header|xref|pdf structure|trailer/i, { zh: '不是完整的 PDF', en: 'it is no complete PDF' }],
  [
    /unexpected (?:end|eof)|premature|truncat|end of (?:file|data|stream)/i,
    { zh: '内容不完整', en: 'it ends too early' },
  ],
  [
    /source file could not be loaded|libreoffice: ?$/i,
    { zh: 'LibreOffice 打不开它', en: 'LibreOffice cannot open it' },
  ],
  [/^libreoffice > (\d+) s$/i, { zh: 'LibreOffice 用时过长', en: 'LibreOffice took too long' }],
  [/^sha-256$/i, { zh: '与保存时不一致', en: 'it is not what was kept' }],
];

/** `EACCES` gives 没有读取权限; what is not known is given as it is. */
export function readableReason(reason: string, language: Language): string {
  return REASONS.find(([pattern]) => pattern.test(reason.trim()))?.[1][language] ?? reason;
}
