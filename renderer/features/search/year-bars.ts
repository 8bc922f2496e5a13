/** The years of a result as bars, and what a range of them asks for. Pure. */

export interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** Neighbouring years share a bar where there are more than fit. */
export interface YearBar {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

export interface YearRange {
  readonly from: number;
  readonly to: number;
}

const MOST_BARS = 48;

/** `[{2019, 3}, {2020, 5}]` gives a bar each; sixty years give bars of two. */
export function barsOf(years: readonly YearCount[]): YearBar[] {
  const step = Math.max(1, Math.ceil(years.length / MOST_BARS));
  const bars: YearBar[] = [];
  for (let i = 0; i < years.length; i += step) {
    const some = years.slice(i, i + step);
    const [first, last] = [some[0]?.year ?? 0, some.at(-1)?.year ?? 0];
    bars.push({ first, last, count: some.reduce((sum, { count }) => sum + count, 0) });
  }
  return bars;
}

/** From one bar to another, whichever was touched first. */
export function rangeBetween(one: YearBar, other: YearBar): YearRange {
  return { from: Math.min(one.first, other.first), to: Math.max(one.last, other.last) };
}

export function daysOf({ from, to }: YearRange): { readonly from: string; readonly to: string } {
  const four = (year: number): string => String(year).padStart(4, '0');
  return { from: `${four(from)}-01-01`, to: `${four(to)}-12-31` };
}

/** Whether a bar lies in the days that are chosen, in part at least. */
export function isWithin({ first, last }: YearBar, from: string | null, to: string | null): boolean {
  return (from === null || last >= Number(from.slice(0, 4))) && (to === null || first <= Number(to.slice(0, 4)));
}
