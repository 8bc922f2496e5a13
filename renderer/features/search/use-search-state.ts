/** The state of the search, kept in the address: back, forward, reload and a copied address all give it again. */
import { useCallback, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { readSearch, type SearchState, writeSearch } from './search-state.ts';

export interface SearchControl {
  readonly state: SearchState;
  /** A step that the reader can take back. */
  readonly go: (next: SearchState) => void;
  /** A step in the course of typing: the first can be taken back, those after it belong to it. */
  readonly type: (next: SearchState) => void;
  /** The typing has come to its end. */
  readonly settle: () => void;
}

export function useSearchState(): SearchControl {
  const [address, setAddress] = useSearchParams();
  const state = useMemo(() => readSearch(address), [address]);
  const typing = useRef(false);

  const go = useCallback(
    (next: SearchState) => {
      typing.current = false;
      setAddress(writeSearch(next));
      window.scrollTo({ top: 0 });
    },
    [setAddress],
  );
  const type = useCallback(
    (next: SearchState) => {
      setAddress(writeSearch(next), { replace: typing.current, preventScrollReset: true });
      typing.current = true;
    },
    [setAddress],
  );
  const settle = useCallback(() => {
    typing.current = false;
  }, []);
  return useMemo(() => ({ state, go, type, settle }), [state, go, type, settle]);
}
