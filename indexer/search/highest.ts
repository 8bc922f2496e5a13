/** Picks the highest of many scores without sorting them all: a heap of the best so far, the worst of them on top. */

/** Keys of the highest scores above 0, highest first; of equal ones the lower key first. */
export function highest(scores: Float32Array, count: number): number[] {
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean => {
    const [first, second] = [scores[a] ?? 0, scores[b] ?? 0];
    return first < second || (first === second && a > b);
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isWorse(heap[child] ?? 0, heap[least] ?? 0)) least = child;
      if (least === at) return;
      swap(heap, at, least);
      at = least;
    }
  };
  const rise = (): void => {
    for (let at = heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isWorse(heap[at] ?? 0, heap[parent] ?? 0)) return;
      swap(heap, at, parent);
      at = parent;
    }
  };
  let floor = 0;
  for (let key = 0; key < scores.length && count > 0; key += 1) {
    // Keys ascend, so that an equal one is always the worse.
    if ((scores[key] ?? 0) <= floor) continue;
    if (heap.length < count) {
      heap.push(key);
      rise();
    } else {
      heap[0] = key;
      sink();
    }
    if (heap.length === count) floor = scores[heap[0] ?? 0] ?? 0;
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

function swap(list: number[], a: number, b: number): void {
  const kept = list[a] ?? 0;
  list[a] = list[b] ?? 0;
  list[b] = kept;
}
