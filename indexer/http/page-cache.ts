/** Keeps the pictures that were drawn last: readers leaf back and forth. Bounded by what they take. */
import type { PageImage } from '../pages/encode-page.ts';

const MOST_BYTES = 24 * 1024 * 1024;

export class PageCache {
  /** Oldest first. What is still being drawn counts nothing yet. */
  readonly #kept = new Map<string, { readonly image: Promise<PageImage>; size: number }>();

  /** The picture of that name; two that ask at once wait for one drawing. */
  take(name: string, draw: () => Promise<PageImage>): Promise<PageImage> {
    const known = this.#kept.get(name);
    if (known !== undefined) {
      this.#kept.delete(name);
      this.#kept.set(name, known);
      return known.image;
    }
    const entry = { image: draw(), size: 0 };
    this.#kept.set(name, entry);
    entry.image.then(
      ({ bytes }) => {
        entry.size = bytes.length;
        this.#trim();
      },
      // Who asked is told; the next one may have more luck.
      () => this.#kept.delete(name),
    );
    return entry.image;
  }

  #trim(): void {
    let total = [...this.#kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [name, { size }] of this.#kept) {
      if (total <= MOST_BYTES) return;
      if (size === 0) continue;
      this.#kept.delete(name);
      total -= size;
    }
  }
}
