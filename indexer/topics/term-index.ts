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

  /** Calls `found` for every word of the text, in order. Linear in the length of the text. */
  scan(text: string, found: (value: T, at: number) => void): void {
    for (let at = 0; at < text.length; ) {
      let node = this.#root.next.get(text.charCodeAt(at));
      let end = at + 1;
      let longest: T | null = null;
      for (let to = at + 1; node !== undefined; to++) {
        if (node.value !== null) {
          longest = node.value;
          end = to;
        }
        node = node.next.get(text.charCodeAt(to));
      }
      if (longest !== null) found(longest, at);
      at = end;
    }
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
