/** What cannot be read says so, by kind, and never passes for text. */
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readFile } from '../../../indexer/read/read-file.ts';

it.each([
  ['nothing', new Uint8Array(), 'file_empty'],
  ['rich text', Buffer.from('{\\rtf1 x}'), 'file_needs_converter'],
  [
    'a workbook',
    zipSync({ '[Content_Types].xml': Buffer.from('x'), 'xl/a.xml': Buffer.from('x') }),
    'file_unsupported',
  ],
  ['a program', Buffer.from('7f454c4600', 'hex'), 'file_binary'],
])('%s', async (_what, bytes, code) => {
  await expect(readFile(bytes, 'a')).rejects.toMatchObject({ code });
});
