/** Asks for results and lists again when the library behind them has changed: documents arrived, or the index caught up. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useStatus } from '../service/use-status.ts';

export function useLibraryChanges(): void {
  const status = useStatus();
  const queries = useQueryClient();
  const known = useRef<string | null>(null);
  const library = status.state === 'ready' ? status.data.library : null;
  const now = library === null ? null : `${library.documents} ${library.sources} ${library.indexPending === 0}`;
  useEffect(() => {
    if (now === null) return;
    if (known.current !== null && known.current !== now)
      for (const key of ['search', 'suggest', 'issues', 'issue']) void queries.invalidateQueries({ queryKey: [key] });
    known.current = now;
  }, [now, queries]);
}
