/** Which values of a facet are shown: the chosen ones always, then the most frequent, then the rest on demand. Pure. */
import type { FacetValue } from '../../../indexer/contract.ts';

interface ShownOptions {
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  /** What the reader looks for among the values. */
  readonly looked: string;
  readonly nameOf: (value: FacetValue) => string;
  /** How many are shown at first; null shows all. */
  readonly limit: number | null;
}

/**
 * The values in the service's order. A chosen value that the service does not name, because nothing has it any more, is
 * added with a count of 0, so that it can be taken back; one beyond the limit is shown all the same.
 */
export function shownValues({ values, chosen, looked, nameOf, limit }: ShownOptions): {
  readonly shown: readonly FacetValue[];
  readonly hidden: number;
} {
  const missing = chosen
    .filter((value) => !values.some((one) => one.value === value))
    .map((value) => ({ value, label: value, count: 0 }));
  const sought = looked.trim().toLowerCase();
  const isShown = (value: FacetValue, index: number): boolean =>
    sought === ''
      ? limit === null || index < limit || chosen.includes(value.value)
      : nameOf(value).toLowerCase().includes(sought);
  const shown = values.filter(isShown);
  return { shown: [...missing, ...shown], hidden: sought === '' ? values.length - shown.length : 0 };
}
