/** How a value of a facet is called, wherever it is shown. */
import type { FacetName } from '../../../indexer/contract.ts';
import { type Words, wordFor } from '../../words/words.ts';

export type NameOfValue = (facet: FacetName, value: string, label?: string) => string;

/** Validity in the reader's language, issues by their names, everything else as it is printed; 未注明 for an empty value. */
export function nameOfValue(words: Words, issueName: (id: string) => string): NameOfValue {
  return (facet, value, label) => {
    if (value === '') return words.common.unknown;
    if (facet === 'validity') return wordFor(words.validity, value);
    if (facet === 'issue') return label ?? issueName(value);
    return label || value;
  };
}
