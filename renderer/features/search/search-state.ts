/**
 * What the reader searches for, as the address says it. Pure, both ways: reading what was written gives the same state,
 * and an address that somebody typed or cut short gives the nearest state that makes sense.
 */
import type { DateBy, FacetName, SearchResponse, SearchSort, SearchUnit } from '../../../indexer/contract.ts';

// The contract's own list cannot be imported: it would bring its validator into the page.
export const FACET_NAMES = ['issuer', 'year', 'topic', 'type', 'validity', 'issue'] as const satisfies FacetName[];
export const PAGE_SIZE = 20;

export type Change = SearchResponse['help']['blockers'][number]['change'];

export interface SearchState {
  readonly q: string;
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>;
  /** Values that must not occur, each `issuer:某某市人民政府`. */
  readonly not: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** The date that years and ranges go by. */
  readonly dateBy: DateBy;
  /** The day on which validity is judged; null is today. */
  readonly asOf: string | null;
  readonly unit: SearchUnit;
  readonly sort: SearchSort;
  /** Words of the same meaning count as well. */
  readonly synonyms: boolean;
  /** What no longer holds stands behind its like. */
  readonly preferInForce: boolean;
  /** From 1. */
  readonly page: number;
}

const NOTHING_CHOSEN: SearchState['chosen'] = { issuer: [], year: [], topic: [], type: [], validity: [], issue: [] };
export const NO_SEARCH: SearchState = {
  q: '',
  chosen: NOTHING_CHOSEN,
  not: [],
  from: null,
  to: null,
  dateBy: 'written',
  asOf: null,
  unit: 'document',
  sort: 'relevance',
  synonyms: true,
  preferInForce: true,
  page: 1,
};

/** `?q=增设电梯&year=2020&page=2` gives that state; unknown parameters and impossible values are passed over. */
export function readSearch(address: URLSearchParams): SearchState {
  const page = Number(address.get('page') ?? '1');
  const unit = address.get('unit');
  const sort = address.get('sort');
  const dateBy = address.get('dateBy');
  return {
    q: address.get('q') ?? '',
    chosen: {
      issuer: valuesOf(address, 'issuer'),
      year: valuesOf(address, 'year'),
      topic: valuesOf(address, 'topic'),
      type: valuesOf(address, 'type'),
      validity: valuesOf(address, 'validity'),
      issue: valuesOf(address, 'issue'),
    },
    not: valuesOf(address, 'not').filter((value) => readExclusion(value) !== null),
    from: readDay(address.get('from')),
    to: readDay(address.get('to')),
    dateBy: dateBy === 'published' || dateBy === 'effective' ? dateBy : 'written',
    asOf: readDay(address.get('asOf')),
    unit: unit === 'provision' ? unit : 'document',
    sort: sort === 'newest' || sort === 'oldest' ? sort : 'relevance',
    synonyms: address.get('synonyms') !== 'off',
    preferInForce: address.get('preferInForce') !== 'off',
    page: Number.isSafeInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  };
}

/** The address of a state, without what goes without saying. */
export function writeSearch(state: SearchState): URLSearchParams {
  const address = new URLSearchParams();
  if (state.q !== '') address.set('q', state.q);
  for (const facet of FACET_NAMES) for (const value of state.chosen[facet]) address.append(facet, value);
  for (const value of state.not) address.append('not', value);
  if (state.from !== null) address.set('from', state.from);
  if (state.to !== null) address.set('to', state.to);
  if (state.dateBy !== 'written') address.set('dateBy', state.dateBy);
  if (state.asOf !== null) address.set('asOf', state.asOf);
  if (state.unit !== 'document') address.set('unit', state.unit);
  if (state.sort !== 'relevance') address.set('sort', state.sort);
  if (!state.synonyms) address.set('synonyms', 'off');
  if (!state.preferInForce) address.set('preferInForce', 'off');
  if (state.page !== 1) address.set('page', String(state.page));
  return address;
}

/** What the service is asked: the address with the page as an offset. */
export function searchRequest(state: SearchState): URLSearchParams {
  const request = writeSearch({ ...state, q: state.q.trim(), page: 1 });
  // Without words nothing is more relevant than another: browsing shows the latest first.
  if (state.sort === 'relevance' && state.q.trim() === '') request.set('sort', 'newest');
  request.set('offset', String((state.page - 1) * PAGE_SIZE));
  request.set('limit', String(PAGE_SIZE));
  return request;
}

/** Every change but that of the page begins again at the first page. */
export function changeSearch(state: SearchState, change: Partial<SearchState>): SearchState {
  return { ...state, page: 1, ...change };
}

export function toggleValue(state: SearchState, facet: FacetName, value: string): SearchState {
  const before = state.chosen[facet];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return changeSearch(state, { chosen: { ...state.chosen, [facet]: after }, not: without(state.not, facet, value) });
}

/** Adds the exclusion of a value, or takes it back; a value cannot be both chosen and excluded. */
export function toggleExclusion(state: SearchState, facet: FacetName, value: string): SearchState {
  const exclusion = `${facet}:${value}`;
  const chosen = { ...state.chosen, [facet]: state.chosen[facet].filter((one) => one !== value) };
  const not = state.not.includes(exclusion) ? without(state.not, facet, value) : [...state.not, exclusion];
  return changeSearch(state, { chosen, not });
}

export function clearFilters(state: SearchState): SearchState {
  return changeSearch(state, { chosen: NOTHING_CHOSEN, not: [], from: null, to: null });
}

/** The state after one of the changes that the service proposes: another query, and choices taken back. */
export function applyChange(state: SearchState, { q, clear }: Change): SearchState {
  let next = changeSearch(state, { q });
  for (const choice of clear) {
    const exclusion = choice.startsWith('not:') ? choice.slice('not:'.length) : null;
    const chosen = readExclusion(choice);
    if (exclusion !== null) next = changeSearch(next, { not: next.not.filter((one) => one !== exclusion) });
    else if (chosen !== null && next.chosen[chosen.facet].includes(chosen.value))
      next = toggleValue(next, chosen.facet, chosen.value);
    else if (choice === 'from' || choice.startsWith('from:')) next = changeSearch(next, { from: null });
    else if (choice === 'to' || choice.startsWith('to:')) next = changeSearch(next, { to: null });
  }
  return next;
}

export function hasFilters(state: SearchState): boolean {
  return (
    state.not.length > 0 ||
    state.from !== null ||
    state.to !== null ||
    FACET_NAMES.some((facet) => state.chosen[facet].length > 0)
  );
}

/** `issuer:某某市人民政府` taken apart; null when the part before the colon is no facet. */
export function readExclusion(text: string): { readonly facet: FacetName; readonly value: string } | null {
  const colon = text.indexOf(':');
  const facet = FACET_NAMES.find((name) => name === text.slice(0, colon));
  return colon < 0 || facet === undefined ? null : { facet, value: text.slice(colon + 1) };
}

// Beyond it the offset would no longer be an exact number.
const MAX_PAGE = 1_000_000_000;

function valuesOf(address: URLSearchParams, name: string): string[] {
  return [...new Set(address.getAll(name))];
}

function without(not: readonly string[], facet: FacetName, value: string): readonly string[] {
  return not.filter((one) => one !== `${facet}:${value}`);
}

function readDay(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
