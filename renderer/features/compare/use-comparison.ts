/** What the comparison page asks the service for. */
import type { ComparisonResponse, TextChoice } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { isPastedKey, keptText } from '../../service/outside-texts.ts';
import { type Requested, useRequested } from '../../service/requested.ts';

/** Null for a pasted text whose window is gone. */
export function choiceOf(key: string): TextChoice | null {
  if (!isPastedKey(key)) return { document: key };
  const text = keptText(key);
  return text === null ? null : { text: text.text, name: text.name };
}

export function useComparison(left: string, right: string): Requested<ComparisonResponse> {
  const [a, b] = [choiceOf(left), choiceOf(right)];
  return useRequested({
    key: ['compare', left, right],
    ask: (signal) => {
      if (a === null || b === null) throw new Error('A pasted text is gone; the page asks for it again.');
      return client.compare({ left: a, right: b }, signal);
    },
    enabled: a !== null && b !== null,
  });
}
