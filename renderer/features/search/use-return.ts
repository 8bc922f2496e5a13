/** Back from a document, the focus is on the result that led there: whoever walks by keys goes on where he was. */
import { type MouseEvent, useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** The link that was followed from each page of results, by the key of its entry in the history. */
const followed = new Map<string, string>();

/** Give `list` to the list of results, and `onClick` with it. */
export function useReturn() {
  const { key } = useLocation();
  const came = useNavigationType();
  const list = useRef<HTMLOListElement>(null);
  // The results are there when this list is.
  useEffect(() => {
    const href = followed.get(key);
    if (came !== NavigationType.Pop || href === undefined) return;
    followed.delete(key);
    const link = [...(list.current?.querySelectorAll('a') ?? [])].find((each) => each.getAttribute('href') === href);
    link?.focus({ preventScroll: true });
  }, [key, came]);
  const onClick = (event: MouseEvent): void => {
    const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
    if (href) followed.set(key, href);
  };
  return { list, onClick };
}
