/** Lets what a reader waits for go before what happens in the background. */

/** Longer than any search: a reader who types without end must not stop an import. */
const MOST_MS = 400;

export class Foreground {
  #waiting = 0;
  #quiet: (() => void)[] = [];

  /** Does what somebody waits for. */
  async first<T>(action: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    try {
      return await action();
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) for (const go of this.#quiet.splice(0)) go();
    }
  }

  /** Resolves when nobody waits, or after a moment at the latest. */
  readonly quiet = async (): Promise<void> => {
    if (this.#waiting === 0) return;
    await new Promise<void>((go) => {
      const timer = setTimeout(go, MOST_MS);
      this.#quiet.push(() => {
        clearTimeout(timer);
        go();
      });
    });
  };
}
