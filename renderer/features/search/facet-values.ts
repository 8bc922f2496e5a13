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
 * The values in the service's order, those of the second level behind the one they stand under, and only where that one or
 * one of them is chosen, or sought by name. A chosen value that the service does not name, because nothing has it any more, is
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
  const upper = values.filter(({ under }) => under === undefined);
  const below = (value: FacetValue): FacetValue[] => values.filter(({ under }) => under === value.value);
  const isOpen = (value: FacetValue): boolean =>
    chosen.includes(value.value) || below(value).some((one) => chosen.includes(one.value));
  if (sought !== '')
    return { shown: [...missing, ...values.filter((one) => nameOf(one).toLowerCase().includes(sought))], hidden: 0 };
  const shown = upper.filter((value, index) => limit === null || index < limit || isOpen(value));
  const opened = shown.flatMap((value) => (isOpen(value) ? [value, ...below(value)] : [value]));
  return { shown: [...missing, ...opened], hidden: upper.length - shown.length };
}
