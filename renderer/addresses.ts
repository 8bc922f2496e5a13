/** The addresses of the client's pages, so that no page spells another's. */

export const PAGES = {
  search: '/',
  issues: '/issues',
  imports: '/imports',
  entry: '/entry',
  sidecar: '/sidecar',
  compare: '/compare',
  check: '/check',
  duplicates: '/duplicates',
  wanted: '/wanted',
  settings: '/settings',
} as const;

/** The element id of the search box, which other pages lead to. */
export const SEARCH_BOX_ID = 'search-box';
/** That of the box that finds within a text. */
export const FIND_BOX_ID = 'find-box';

interface InDocument {
  /** Query whose hits are marked. */
  readonly q?: string;
  /** Provision to show. */
  readonly at?: string | null;
}

export function documentAddress(id: string, { q = '', at = null }: InDocument = {}): string {
  const parameters = new URLSearchParams();
  if (q !== '') parameters.set('q', q);
  if (at !== null) parameters.set('at', at);
  const query = parameters.toString();
  return `/documents/${encodeURIComponent(id)}${query === '' ? '' : `?${query}`}`;
}

/** The comparison page with one side chosen, or both. */
export function compareAddress(left: string, right: string | null = null): string {
  return `${PAGES.compare}?${new URLSearchParams(right === null ? { left } : { left, right })}`;
}

/** A table of metadata that was read, held against the library. */
export function sidecarAddress(preview: string): string {
  return `${PAGES.sidecar}?${new URLSearchParams({ preview })}`;
}

/** The neighbourhood of a document. */
export function graphAddress(id: string): string {
  return `/documents/${encodeURIComponent(id)}/graph`;
}

export function issueAddress(id: string): string {
  return `${PAGES.issues}/${encodeURIComponent(id)}`;
}

export function importAddress(id: string): string {
  return `${PAGES.imports}/${encodeURIComponent(id)}`;
}

/** The search page with one word or one chosen facet value. */
export function searchAddress(parameters: Readonly<Record<string, string>>): string {
  return `${PAGES.search}?${new URLSearchParams(parameters)}`;
}
