/** Finds many words in one pass over a text: a trie walked from every character, the longest word taken, no overlaps. */

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value: T | null;
}

export class TermIndex<T> {
  readonly #root: Node<T> = { next: new Map(), value: null };

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) this.#add(word, value);
  }

  /**
   * Calls `found` for every word of the text, in order. A word gives way to a longer one that begins inside it: in 济南市政务公开
   * 市政 gives way to 政务公开. Linear in the length of the text.
   */
  scan(text: string, found: (value: T, at: number) => void): void {
    for (let at = 0; at < text.length; ) {
      const match = this.#longest(text, at);
      if (match === null || this.#givesWay(text, at, match.end)) {
        at++;
        continue;
      }
      found(match.value, at);
      at = match.end;
    }
  }

  #longest(text: string, at: number): { value: T; end: number } | null {
    let node = this.#root.next.get(text.charCodeAt(at));
    let longest: { value: T; end: number } | null = null;
    for (let to = at + 1; node !== undefined; to++) {
      if (node.value !== null) longest = { value: node.value, end: to };
      node = node.next.get(text.charCodeAt(to));
    }
    return longest;
  }

  #givesWay(text: string, at: number, end: number): boolean {
    for (let inner = at + 1; inner < end; inner++) {
      const match = this.#longest(text, inner);
      if (match !== null && match.end - inner > end - at) return true;
    }
    return false;
  }

  #add(word: string, value: T): void {
    let node = this.#root;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      const next: Node<T> = node.next.get(code) ?? { next: new Map(), value: null };
      node.next.set(code, next);
      node = next;
    }
    node.value = value;
  }
}
