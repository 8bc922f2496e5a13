/** Which paragraph is at the top of the view while the reader scrolls: the outline marks where it belongs. */
import { useEffect, useState } from 'react';

// From just below where a jump puts the top of its target (base.css) to the upper third: that is where one reads.
const READING_ZONE = '-168px 0px -66% 0px';

/** The ordinal of that paragraph; null before there is a text. `version` changes when there is another text to watch. */
export function usePlace(version: unknown): number | null {
  const [ordinal, setOrdinal] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is other elements to watch
  useEffect(() => {
    const inView = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const own = Number((target as HTMLElement).dataset.ordinal);
          if (isIntersecting) inView.add(own);
          else inView.delete(own);
        }
        if (inView.size > 0) setOrdinal(Math.min(...inView));
      },
      { rootMargin: READING_ZONE },
    );
    for (const element of document.querySelectorAll('[data-ordinal]')) observer.observe(element);
    return () => observer.disconnect();
  }, [version]);
  return ordinal;
}
