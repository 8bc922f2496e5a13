/** The client's sentences by language. Free of React and of the DOM, so that anything may read them. */
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

/** The same keys with other sentences; a function stays a function of the same arguments. */
type Worded<T> = {
  readonly [Key in keyof T]: T[Key] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : T[Key] extends string
      ? string
      : Worded<T[Key]>;
};
export type Words = Worded<typeof zh>;

export const WORDS: Readonly<Record<Language, Words>> = { zh, en };

/** The word for a code that the service may extend: `repeals` gives 废止; an unknown code is shown as it is. */
export function wordFor(table: Readonly<Record<string, string>>, code: string): string {
  return table[code] ?? code;
}
