/** The conditions of the search in the reader's words. */
import { useFormat, useWords } from '../../words/use-words.ts';
import { type Condition, chosenConditions } from './conditions.ts';
import { nameOfValue } from './facet-name.ts';
import type { SearchState } from './search-state.ts';
import { useIssueNames } from './use-issue-names.ts';

export function useConditions(state: SearchState): Condition[] {
  const words = useWords();
  const { day } = useFormat();
  const issueName = useIssueNames(state);
  return chosenConditions(state, { words, day, nameOf: nameOfValue(words, issueName) });
}
