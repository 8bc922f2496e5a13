/** The address and the state of the search are the same thing, read and written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeSearch,
  clearFilters,
  FACET_NAMES,
  hasFilters,
  NO_SEARCH,
  PAGE_SIZE,
  readSearch,
  type SearchState,
  searchRequest,
  toggleExclusion,
  toggleValue,
  writeSearch,
} from '../../../../renderer/features/search/search-state.ts';

const values = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 12 }), { maxLength: 4 });
const day = fc.date({ min: new Date('1949-10-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const isoDay = fc.option(day.map((date) => date.toISOString().slice(0, 10)));
const states: fc.Arbitrary<SearchState> = fc.record({
  q: fc.string({ unit: 'grapheme', maxLength: 40 }),
  chosen: fc.record({ issuer: values, year: values, topic: values, type: values, validity: values, issue: values }),
  not: fc.uniqueArray(
    fc.tuple(fc.constantFrom(...FACET_NAMES), fc.string()).map(([facet, value]) => `${facet}:${value}`),
    { maxLength: 3 },
  ),
  from: isoDay,
  to: isoDay,
  dateBy: fc.constantFrom('written' as const, 'published' as const, 'effective' as const),
  asOf: fc.constantFrom(null, '2024-02-29'),
  synonyms: fc.boolean(),
  preferInForce: fc.boolean(),
  unit: fc.constantFrom('document' as const, 'provision' as const),
  sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
  page: fc.integer({ min: 1, max: 1_000_000 }),
});

describe('the state of the search in the address', () => {
  it('is the same after it was written and read, through the text of an address', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readSearch(new URLSearchParams(writeSearch(state).toString()))).toEqual(state);
      }),
    );
  });

  it('is some state for any address whatever, and stays that state', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const state = readSearch(new URLSearchParams(text));
        expect(readSearch(writeSearch(state))).toEqual(state);
      }),
    );
  });

  it.each<[string, string, Partial<SearchState>]>([
    [
      '?q=增设电梯&year=2020&year=2017',
      'words and years',
      { q: '增设电梯', chosen: { ...NO_SEARCH.chosen, year: ['2020', '2017'] } },
    ],
    ['?year=2020&year=2020', 'a value given twice', { chosen: { ...NO_SEARCH.chosen, year: ['2020'] } }],
    ['?not=issuer:某某市人民政府', 'an exclusion', { not: ['issuer:某某市人民政府'] }],
    ['?not=colour:red&not=issuer', 'exclusions of nothing we know', {}],
    ['?from=2020-02-30&to=2020-02-29', 'a day that is none, and one that is', { to: '2020-02-29' }],
    ['?unit=word&sort=best&page=0', 'values that are none of ours', {}],
    ['?page=2.5', 'half a page', {}],
    ['?page=3', 'the third page', { page: 3 }],
    ['', 'nothing', {}],
  ])('reads %s: %s', (address, _what, expected) => {
    expect(readSearch(new URLSearchParams(address))).toEqual({ ...NO_SEARCH, ...expected });
  });
});

describe('what the service is asked', () => {
  it('gives the page as an offset, to the very last page', () => {
    const request = searchRequest({ ...NO_SEARCH, q: '通知', page: 1107 });
    expect(request.get('offset')).toBe(String(1106 * PAGE_SIZE));
    expect(request.get('limit')).toBe(String(PAGE_SIZE));
    expect(request.has('page')).toBe(false);
  });

  it.each([
    ['', 'relevance', 'newest'],
    ['  ', 'relevance', 'newest'],
    ['', 'oldest', 'oldest'],
    ['通知', 'relevance', null],
  ] as const)('for “%s” sorted by %s asks for %s', (q, sort, expected) => {
    expect(searchRequest({ ...NO_SEARCH, q, sort }).get('sort')).toBe(expected);
  });
});

describe('changing the search', () => {
  it('begins again at the first page, whatever changes', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...FACET_NAMES), fc.string(), (state, facet, value) => {
        expect(changeSearch(state, { q: value }).page).toBe(1);
        expect(toggleValue(state, facet, value).page).toBe(1);
        expect(toggleExclusion(state, facet, value).page).toBe(1);
      }),
    );
  });

  it('takes a choice back that is made twice, and never both chooses and excludes', () => {
    const chosen = toggleValue(NO_SEARCH, 'type', '通知');
    expect(toggleValue(chosen, 'type', '通知')).toEqual(NO_SEARCH);
    const excluded = toggleExclusion(chosen, 'type', '通知');
    expect(excluded.chosen.type).toEqual([]);
    expect(excluded.not).toEqual(['type:通知']);
    expect(toggleValue(excluded, 'type', '通知')).toEqual(chosen);
    expect(toggleExclusion(excluded, 'type', '通知')).toEqual(NO_SEARCH);
  });

  it('has no filters once they are cleared, and keeps the words', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(hasFilters(clearFilters(state))).toBe(false);
        expect(clearFilters(state).q).toBe(state.q);
      }),
    );
  });
});
