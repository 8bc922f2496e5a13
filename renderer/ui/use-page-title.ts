/** Names the window after the page. */
import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';

export function usePageTitle(title: string | null): void {
  const { name } = useWords();
  useEffect(() => {
    document.title = title === null || title === '' ? name : `${title} - ${name}`;
  }, [title, name]);
}
