/** A day, and the words of the text that it rests on. */
export interface DatedWords {
  readonly day: string;
  readonly words: string;
}
