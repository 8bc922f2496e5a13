/** Which files of a run are looked at, as the address says it, and what follows from that. Pure. */
import type { ImportDetailRequest, ImportFile, ImportRun } from '../../../indexer/contract.ts';
import { pageOf } from '../../ui/page-of.ts';

export const FILES_A_PAGE = 100;

export const FILTERS = [
  'all',
  'new',
  'merged',
  'changed',
  'unchanged',
  'known',
  'queued',
  'unconverted',
  'warned',
  'failed',
  'cancelled',
] as const;
export type Filter = (typeof FILTERS)[number];

export interface FileChoice {
  readonly filter: Filter;
  /** Code of what was wrong with them; null for whatever it was. */
  readonly code: string | null;
  /** Part of their names. */
  readonly q: string;
  /** From 1. */
  readonly page: number;
}

/** `?show=failed&code=file_empty&q=1998&page=2`; what it does not say is all files, from the first. */
export function readFileChoice(address: URLSearchParams): FileChoice {
  const show = address.get('show');
  return {
    filter: FILTERS.find((one) => one === show) ?? 'all',
    code: address.get('code'),
    q: address.get('q') ?? '',
    page: pageOf(address),
  };
}

export function writeFileChoice({ filter, code, q, page }: FileChoice): Record<string, string> {
  return {
    ...(filter === 'all' ? {} : { show: filter }),
    ...(code === null ? {} : { code }),
    ...(q === '' ? {} : { q }),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}

export function requestOf({ filter, code, q, page }: FileChoice): ImportDetailRequest {
  return {
    offset: (page - 1) * FILES_A_PAGE,
    limit: FILES_A_PAGE,
    ...(filter === 'all' ? {} : { outcome: filter }),
    ...(code === null ? {} : { code }),
    ...(q.trim() === '' ? {} : { q: q.trim() }),
  };
}

export function countOf(run: ImportRun, filter: Filter): number {
  return filter === 'all' ? run.filesTotal : run.counts[filter];
}

/** How many files there are to page through. While the run goes its own counts are newer than the `answered` total. */
export function totalOf(run: ImportRun, { filter, code, q }: FileChoice, answered: number): number {
  return code === null && q.trim() === '' ? countOf(run, filter) : answered;
}

/**
 * Whether a page is to be asked for again while its run goes. Files come to their outcomes in their order, so a full page
 * of which none is open stays as it is; only what failed leaves its list when it is tried again.
 */
export function mayChange(files: readonly ImportFile[], { filter }: FileChoice): boolean {
  const isOpen = ({ outcome }: ImportFile): boolean => outcome === 'waiting' || outcome === 'reading';
  return filter === 'failed' || files.length < FILES_A_PAGE || files.some(isOpen);
}
