/** What readers say of a file, as a librarian is told it. */
import { expect, it } from 'vitest';
import { readableReason } from '../../../indexer/importing/reason-words.ts';

it.each<[string, string, string]>([
  ['EACCES', '没有读取权限', 'no permission to read it'],
  ['EBUSY', '正被其他程序使用', 'another program is using it'],
  [
    'End of central directory record signature not found. Either not a zip file, or file is truncated.',
    '压缩结构不完整',
    'its archive is incomplete',
  ],
  ['Invalid PDF structure.', '不是完整的 PDF', 'it is no complete PDF'],
  ['unexpected end of file', '内容不完整', 'it ends too early'],
  ['LibreOffice: Error: source file could not be loaded', 'LibreOffice 打不开它', 'LibreOffice cannot open it'],
  ['LibreOffice > 120 s', 'LibreOffice 用时过长', 'LibreOffice took too long'],
  ['一种没有见过的原因', '一种没有见过的原因', '一种没有见过的原因'],
  ['', '', ''],
])('%s', (reason, zh, en) => {
  expect(readableReason(reason, 'zh')).toBe(zh);
  expect(readableReason(reason, 'en')).toBe(en);
});
