/** Lets what a reader waits for go before what happens in the background. */
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than any search: a reader who types without end must not stop an import. */
const MOST_MS = 400;
/** Who has searched is likely to search again so soon. */
const SOON_MS = 1000;
/** A step of the background stands back as long as it took, and no longer: a search that comes finds the machine half free. */
const LONGEST_BREATH_MS = 15;

export class Foreground {
  #waiting = 0;
  #last = Number.NEGATIVE_INFINITY;
  #quiet: (() => void)[] = [];

  /** Does what somebody waits for. */
  async first<T>(action: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    try {
      return await action();
    } finally {
      this.#waiting -= 1;
      this.#last = performance.now();
      if (this.#waiting === 0) for (const go of this.#quiet.splice(0)) go();
    }
  }

  /**
   * For one kind of work in the background, which calls what it is given between its steps. That resolves when nobody waits,
   * or after a moment at the latest; a little later where somebody has just been answered.
   */
  background(): () => Promise<void> {
    let begun = performance.now();
    return async () => {
      const now = performance.now();
      if (now - this.#last < SOON_MS) await pause(Math.min(now - begun, LONGEST_BREATH_MS));
      if (this.#waiting > 0) await this.#untilAnswered();
      begun = performance.now();
    };
  }

  #untilAnswered(): Promise<void> {
    return new Promise((go) => {
      const timer = setTimeout(go, MOST_MS);
      this.#quiet.push(() => {
        clearTimeout(timer);
        go();
      });
    });
  }
}
