/** Scrolls to a place in a text whose far parts are not laid out yet. */

// What lies between is laid out on arrival and pushes the target away; it is put right until it stays, or a third of a second.
const FRAMES = 20;
const STEADY_FRAMES = 4;

export function scrollToElement(find: () => Element | null, block: 'start' | 'center'): void {
  let last = Number.NaN;
  let steady = 0;
  const settle = (left: number): void => {
    const target = find();
    if (target === null) {
      // It may be drawn a moment later.
      if (left > 0) requestAnimationFrame(() => settle(left - 1));
      return;
    }
    steady = Math.abs(target.getBoundingClientRect().top - last) < 1 ? steady + 1 : 0;
    if (left === 0 || steady >= STEADY_FRAMES) return;
    if (steady === 0) target.scrollIntoView({ block });
    last = target.getBoundingClientRect().top;
    requestAnimationFrame(() => settle(left - 1));
  };
  settle(FRAMES);
}
