/** The names of the issues that the search is narrowed to: the answer names only those that have hits. */
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { readExclusion, type SearchState } from './search-state.ts';

/** The label of an issue by its id; the id itself until its label is known. */
export function useIssueNames(state: SearchState): (id: string) => string {
  const wanted = state.chosen.issue.length > 0 || state.not.some((text) => readExclusion(text)?.facet === 'issue');
  const answer = useRequested({ key: ['issues'], ask: (signal) => client.issues(signal), enabled: wanted });
  const issues = answer.state === 'ready' ? answer.data.issues : [];
  return (id) => issues.find((issue) => issue.id === id)?.label ?? id;
}
