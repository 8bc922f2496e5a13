/** Pieces of text on a page → its printed lines in reading order. Serves PDF text and OCR alike. */
import { orderColumns } from './columns.ts';
import { type Fragment, joinFragments } from './fragment.ts';
import { type PrintedLine, readRows } from './rows.ts';

/** Columns before rows: 左栏第一行 左栏第二行 右栏第一行, never 左栏第一行 右栏第一行. */
export function layOutPage(fragments: readonly Fragment[], pageHeight: number): PrintedLine[] {
  const segments = joinFragments(fragments);
  return orderColumns(segments, pageHeight).flatMap((column, block) => readRows(column, block));
}
