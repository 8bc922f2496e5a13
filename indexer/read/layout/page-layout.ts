/** Pieces of text on a page → its printed lines in reading order. Serves PDF text and OCR alike. */
import { orderColumns } from './columns.ts';
import { type Fragment, joinFragments } from './fragment.ts';
import { type PrintedLine, readRows } from './rows.ts';
import { setTables } from './ruled-tables.ts';
import type { Rule } from './rules.ts';

export interface PageLayout {
  readonly lines: readonly PrintedLine[];
  readonly gutters: readonly number[];
}

/**
 * Columns before rows: 左栏第一行 左栏第二行 右栏第一行, never 左栏第一行 右栏第一行. `known` are the gutters of the pages
 * before, as they were given for them.
 */
export function layOutPage(
  fragments: readonly Fragment[],
  pageHeight: number,
  known: readonly number[] = [],
  rules: readonly Rule[] = [],
): PageLayout {
  const table = setTables(fragments, rules);
  const segments = [...joinFragments(table.fragments), ...table.rows];
  const { columns, gutters } = orderColumns(segments, pageHeight, known);
  return { lines: columns.flatMap((column, block) => readRows(column, block)), gutters };
}
