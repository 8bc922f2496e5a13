/** A text with parts of it marked. Taking the marks away always gives the text back. */
import { Fragment } from 'react';
import { type Range, segments } from './segments.ts';

interface HighlightedProps {
  readonly text: string;
  readonly ranges: readonly Range[];
  /** Index of the range that the reader is at. */
  readonly now?: number | null;
  /** Only this part of the text is drawn; the ranges still count from the beginning of the whole. */
  readonly part?: Range;
}

export function Highlighted({ text, ranges, now = null, part = [0, text.length] }: HighlightedProps) {
  return segments(text, ranges, part).map(({ start, end, range }) =>
    range === null ? (
      <Fragment key={start}>{text.slice(start, end)}</Fragment>
    ) : (
      <mark key={start} data-now={range === now ? '' : undefined}>
        {text.slice(start, end)}
      </mark>
    ),
  );
}
