/** Filters and facets: exact counts, each facet counted as if its own choice were not made. */
import { SECOND_TOPIC as SECOND } from '../catalogue/catalogue.ts';
import {
  type DateBy,
  FACETS,
  type FacetName,
  type FacetValue,
  type SearchRequest,
  type SearchResponse,
} from '../contract.ts';
import { VALIDITY_STATUSES, type ValidityStatus } from '../model.ts';
import type { Mask } from './evaluate.ts';
import type { Snapshot } from './snapshot.ts';

const NOT_STATED = '未注明';
const VALIDITY_NAMES: Readonly<Record<ValidityStatus, string>> = {
  'in-force': '有效',
  'not-yet': '尚未施行',
  amended: '已修改',
  'partly-repealed': '部分失效',
  expired: '期满失效',
  repealed: '已废止',
  unknown: '未核实',
};

export type Facets = SearchResponse['facets'];
type Chosen = Readonly<
  Record<FacetName, { readonly include: ReadonlySet<string>; readonly exclude: ReadonlySet<string> }>
>;

export interface FilteredHits {
  /** Documents that pass every filter. */
  readonly passing: Mask;
  readonly facets: Facets;
  readonly histogram: SearchResponse['histogram'];
}

/** Filters the matching documents; `hitsOf` says how many hits a document stands for (clauses, when they are the unit). */
export function filterAndCount(
  snapshot: Snapshot,
  matching: Mask,
  hitsOf: (place: number) => number,
  request: SearchRequest,
  day: string,
): FilteredHits {
  const chosen = readChoices(request);
  const valuesOf = valueReader(snapshot, day, request.dateBy);
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
    FacetName,
    Map<string, number>
  >;
  const passing = new Uint8Array(matching.length);
  const joint = new Map<string, number>();
  const years = new Map<number, number>();
  for (let place = 0; place < matching.length; place += 1) {
    if (matching[place] !== 1) continue;
    const values = FACETS.map((facet) => valuesOf(facet, place));
    const failing = FACETS.filter((facet, i) => !passes(values[i] ?? [], chosen[facet]));
    if (failing.length > 1) continue;
    const hits = hitsOf(place);
    const year = Number(values[YEAR]?.[0] ?? 0);
    if (year > 0 && (failing.length === 0 || failing[0] === 'year')) years.set(year, (years.get(year) ?? 0) + hits);
    if (!isWithin(snapshot.dayOf(place, request.dateBy), request)) continue;
    if (failing.length === 0) passing[place] = 1;
    FACETS.forEach((facet, i) => {
      if (failing.length === 1 && failing[0] !== facet) return;
      const count = counts[facet];
      for (const value of values[i] ?? []) {
        count.set(value, (count.get(value) ?? 0) + hits);
        if (i === ISSUER && (values[i]?.length ?? 0) > 1) joint.set(value, (joint.get(value) ?? 0) + hits);
      }
    });
  }
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, listValues(snapshot, facet, counts[facet], chosen[facet].include)]),
  ) as unknown as Facets;
  const issuer = facets.issuer.map((one) => ({ ...one, joint: joint.get(one.value) ?? 0 }));
  return { passing, facets: { ...facets, issuer }, histogram: histogramOf(years) };
}

const YEAR = FACETS.indexOf('year');
const ISSUER = FACETS.indexOf('issuer');

/** Every year from the first to the last, so that gaps are seen as gaps. */
function histogramOf(years: ReadonlyMap<number, number>): SearchResponse['histogram'] {
  if (years.size === 0) return [];
  const [first, last] = [Math.min(...years.keys()), Math.max(...years.keys())];
  return Array.from({ length: last - first + 1 }, (_, i) => ({ year: first + i, count: years.get(first + i) ?? 0 }));
}

function readChoices(request: SearchRequest): Chosen {
  return Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      {
        include: new Set(request[facet]),
        exclude: new Set(
          request.not.filter((one) => one.startsWith(`${facet}:`)).map((one) => one.slice(facet.length + 1)),
        ),
      },
    ]),
  ) as unknown as Chosen;
}

function passes(values: readonly string[], { include, exclude }: Chosen[FacetName]): boolean {
  if (include.size > 0 && !values.some((value) => include.has(value))) return false;
  return exclude.size === 0 || !values.some((value) => exclude.has(value));
}

function isWithin(date: string | null, { from, to }: SearchRequest): boolean {
  if (from === undefined && to === undefined) return true;
  return date !== null && (from === undefined || date >= from) && (to === undefined || date <= to);
}

/** The values of a document in a facet; '' where the text does not say. An issue is no property of a law, so there it is nothing. */
function valueReader(
  snapshot: Snapshot,
  day: string,
  dateBy: DateBy,
): (facet: FacetName, place: number) => readonly string[] {
  const validities = snapshot.validities(day);
  const orNone = (values: readonly string[]): readonly string[] => (values.length === 0 ? [''] : values);
  return (facet, place) => {
    const facts = snapshot.facts[place];
    if (facts === undefined) return [];
    switch (facet) {
      case 'issuer':
        return orNone(facts.issuers);
      case 'year':
        return [snapshot.dayOf(place, dateBy)?.slice(0, 4) ?? ''];
      case 'topic':
        return orNone([...facts.topics, ...facts.secondTopics]);
      case 'type':
        return [facts.type ?? ''];
      case 'validity':
        return [validities[place] ?? 'unknown'];
      case 'issue':
        return facts.issueIds;
    }
  };
}

function listValues(
  snapshot: Snapshot,
  facet: FacetName,
  counts: Map<string, number>,
  include: ReadonlySet<string>,
): FacetValue[] {
  for (const value of include) if (!counts.has(value)) counts.set(value, 0);
  const labels = facet === 'issue' ? snapshot.issueLabels : null;
  const label = (value: string): string => {
    if (value === '') return NOT_STATED;
    if (facet === 'validity') return VALIDITY_NAMES[value as ValidityStatus] ?? value;
    return labels?.get(value) ?? value;
  };
  const values = [...counts].map(([value, count]) => ({ value, label: label(value), count }));
  const sorted = values.sort(orderOf(facet));
  return facet === 'topic' ? underSubjects(sorted) : sorted;
}

/** Second levels (城乡建设、环境保护/城乡建设（含住房）) behind the first that they belong to. */
function underSubjects(values: readonly FacetValue[]): FacetValue[] {
  const seconds = values.filter(({ value }) => value.includes(SECOND));
  return values.flatMap((one) => {
    if (one.value.includes(SECOND)) return [];
    const own = seconds.filter(({ value }) => value.startsWith(one.value + SECOND) && one.value !== '');
    return [one, ...own.map((two) => ({ ...two, label: two.value.slice(one.value.length + 1), under: one.value }))];
  });
}

/** Years from the latest, validity in its own order, all else by count; what is not stated comes last. */
function orderOf(facet: FacetName): (a: FacetValue, b: FacetValue) => number {
  const last = (a: FacetValue, b: FacetValue): number => Number(a.value === '') - Number(b.value === '');
  if (facet === 'year') return (a, b) => last(a, b) || b.value.localeCompare(a.value);
  if (facet === 'validity') {
    const rank = (one: FacetValue): number => VALIDITY_STATUSES.indexOf(one.value as ValidityStatus);
    return (a, b) => rank(a) - rank(b);
  }
  return (a, b) => last(a, b) || b.count - a.count || (a.label < b.label ? -1 : 1);
}
