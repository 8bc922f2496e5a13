/** Which provision the original shows: the hit that was gone to, or, once the reader scrolls on, the one in view. */
import { useEffect, useRef, useState } from 'react';

/** Going to a hit scrolls the text; what comes into view by that is not what is read. */
const SCROLLING_MS = 800;

/** Ordinals; null where there is none. */
export function useFollowed(place: number | null, hit: number | null): number | null {
  const [followed, setFollowed] = useState(hit ?? place);
  const wentAt = useRef(performance.now());
  useEffect(() => {
    if (hit === null) return;
    wentAt.current = performance.now();
    setFollowed(hit);
  }, [hit]);
  useEffect(() => {
    if (place !== null && performance.now() - wentAt.current > SCROLLING_MS) setFollowed(place);
  }, [place]);
  return followed ?? place;
}
