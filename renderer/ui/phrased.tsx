/** A heading that breaks between words only: 济南市 stays on one line, and 的 with what stands before it. */
import { Fragment } from 'react';
import { Highlighted } from './highlighted.tsx';
import { phrases } from './phrases.ts';
import type { Range } from './segments.ts';

interface PhrasedProps {
  readonly text: string;
  readonly ranges: readonly Range[];
  /** Index of the range that the reader is at. */
  readonly now: number | null;
}

/** Its parent sets `word-break: keep-all`. */
export function Phrased({ text, ranges, now }: PhrasedProps) {
  return phrases(text).map((part) => (
    <Fragment key={part[0]}>
      <Highlighted text={text} ranges={ranges} now={now} part={part} />
      <wbr />
    </Fragment>
  ));
}
