/** Any file → its lines, through the reader for its format. The one place that knows which reader serves which format. */
import { AppError } from '../errors.ts';
import { readDocx } from './docx/read-docx.ts';
import { readEntry } from './entry.ts';
import { type Format, recogniseFormat } from './format.ts';
import { readHtml } from './html/read-html.ts';
import { readMhtml } from './html/read-mhtml.ts';
import { readImage } from './image/read-image.ts';
import { readOfd } from './ofd/read-ofd.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readPlainText } from './plain-text.ts';
import type { ReadOptions, ReadText } from './read-text.ts';

type Reader = (bytes: Uint8Array, fileName: string, options: ReadOptions) => ReadText | Promise<ReadText>;

const unsupported = (format: string): Reader => {
  return () => {
    throw new AppError('file_unsupported', { format });
  };
};

const unopened = (format: string): Reader => {
  return () => {
    throw new AppError('archive_unsupported', { format });
  };
};

const READERS: Readonly<Record<Format, Reader>> = {
  empty: () => {
    throw new AppError('file_empty');
  },
  entry: (bytes) => readEntry(bytes),
  pdf: (bytes, _name, options) => readPdf(bytes, options),
  picture: (bytes, _name, options) => readImage(bytes, options),
  docx: (bytes) => readDocx(bytes),
  ofd: (bytes, _name, options) => readOfd(bytes, options),
  html: (bytes, _name, options) => readHtml(bytes, options),
  mhtml: (bytes, _name, options) => readMhtml(bytes, options),
  legacy: () => {
    throw new AppError('file_needs_converter', { format: 'DOC / WPS / RTF' });
  },
  text: readPlainText,
  sealed: () => {
    throw new AppError('file_encrypted');
  },
  spreadsheet: unsupported('Excel / WPS 表格'),
  slides: unsupported('PowerPoint / WPS 演示'),
  zip: unsupported('ZIP'),
  tar: unsupported('TAR'),
  gzip: unsupported('GZIP'),
  '7z': unopened('7Z'),
  rar: unopened('RAR'),
  program: () => {
    throw new AppError('file_binary');
  },
};

/** Throws what the reader of that format throws, or file_unsupported. */
export async function readFile(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<ReadText> {
  return READERS[await recogniseFormat(bytes, fileName)](bytes, fileName, options);
}
