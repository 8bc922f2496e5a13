/**
 * 目录文件: a table that came with the files and says what they are, as 文件名, 文号, 成文日期. The vocabulary of reading one,
 * matching its rows to documents and saying what it would change.
 */
import type { CorrectableField, Corrections } from '../catalogue/correction.ts';

/** Fields that a table may give. */
export type SidecarField = Exclude<CorrectableField, 'hidden'>;
export type SidecarValues = Partial<Pick<Corrections, SidecarField>>;

/** What is wrong with a cell; the rest of its row counts. */
export interface SidecarProblem {
  readonly code: 'no_day' | 'unknown_subject' | 'unknown_validity' | 'not_allowed' | 'extra_cells';
  /** As its head says. */
  readonly column: string;
  /** What stands in the cell. */
  readonly words: string;
}

export interface SidecarRow {
  /** Row of the sheet, line of the file or place in the list, from 1. */
  readonly line: number;
  readonly fileName: string | null;
  readonly values: SidecarValues;
  readonly problems: readonly SidecarProblem[];
}

/** A column by its head; null: it is none that we know. */
export interface SidecarColumn {
  readonly name: string;
  readonly field: SidecarField | 'fileName' | null;
}

export interface Sidecar {
  readonly columns: readonly SidecarColumn[];
  readonly rows: readonly SidecarRow[];
}
