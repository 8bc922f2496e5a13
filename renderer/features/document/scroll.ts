/** Scrolls to a place in a text whose far parts are not laid out yet. */

// What lies between is laid out on arrival and may push the target away; it is put right until it stays.
const ATTEMPTS = 6;

export function scrollToElement(find: () => Element | null, block: 'start' | 'center'): void {
  let last = Number.NaN;
  const attempt = (left: number): void => {
    const target = find();
    if (target === null) return;
    target.scrollIntoView({ block });
    const top = target.getBoundingClientRect().top;
    if (left === 0 || top === last) return;
    last = top;
    requestAnimationFrame(() => attempt(left - 1));
  };
  attempt(ATTEMPTS);
}
