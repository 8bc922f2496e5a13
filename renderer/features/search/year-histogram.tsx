/**
 * The years of the results as bars: press one to take its year, drag over several to take them all. By keys: the arrows
 * move, with Shift they widen the range, Enter takes it, Esc takes it back.
 */
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { useFormat, useWords } from '../../words/use-words.ts';
import { barsOf, daysOf, isWithin, rangeBetween, type YearBar, type YearCount } from './year-bars.ts';
import styles from './year-histogram.module.css';

interface YearHistogramProps {
  readonly years: readonly YearCount[];
  readonly from: string | null;
  readonly to: string | null;
  readonly onChange: (days: { readonly from: string | null; readonly to: string | null }) => void;
}

/** Places of bars: where the range was begun, and where it is now. */
interface Touched {
  readonly anchor: number;
  readonly at: number;
}

const WIDTH = 240;
const HEIGHT = 52;

export function YearHistogram({ years, from, to, onChange }: YearHistogramProps) {
  const words = useWords().search.histogram;
  const format = useFormat();
  const hintId = useId();
  const chart = useRef<HTMLDivElement>(null);
  const [touched, setTouched] = useState<Touched | null>(null);
  const bars = barsOf(years);
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined || bars.length < 2) return null;

  const range = touched && rangeOf(bars, touched);
  const isChosen = (bar: YearBar): boolean =>
    range === null ? isWithin(bar, from, to) : bar.last >= range.from && bar.first <= range.to;
  const placeAt = (event: PointerEvent): number => {
    const box = chart.current?.getBoundingClientRect();
    if (box === undefined) return 0;
    const place = Math.floor(((event.clientX - box.left) / box.width) * bars.length);
    return Math.min(bars.length - 1, Math.max(0, place));
  };
  const take = (one: Touched): void => {
    setTouched(null);
    const chosen = rangeOf(bars, one);
    if (chosen !== null) onChange(daysOf(chosen));
  };
  const press = (event: KeyboardEvent): void => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move !== undefined) {
      const before = touched ?? { anchor: move > 0 ? -1 : bars.length, at: move > 0 ? -1 : bars.length };
      const at = Math.min(bars.length - 1, Math.max(0, before.at + move));
      setTouched({ anchor: event.shiftKey && touched !== null ? before.anchor : at, at });
    } else if (event.key === 'Enter' && touched !== null) take(touched);
    else if (event.key === 'Escape' && touched !== null) setTouched(null);
    else if (event.key === 'Escape' && (from !== null || to !== null)) onChange({ from: null, to: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const told =
    range === null ? '' : words.range(String(range.from), String(range.to), format.number(countIn(bars, range)));
  return (
    <figure className={styles.figure}>
      <div
        ref={chart}
        className={styles.chart}
        role="slider"
        aria-label={words.label}
        aria-valuemin={first.first}
        aria-valuemax={last.last}
        aria-valuenow={range?.from ?? first.first}
        aria-valuetext={told === '' ? words.all : told}
        aria-describedby={hintId}
        tabIndex={0}
        onKeyDown={press}
        onBlur={() => setTouched(null)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setTouched({ anchor: placeAt(event), at: placeAt(event) });
        }}
        onPointerMove={(event) => touched !== null && setTouched({ ...touched, at: placeAt(event) })}
        onPointerUp={() => touched !== null && take(touched)}
        onPointerCancel={() => setTouched(null)}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((bar, place) => {
            const height = bar.count === 0 ? 0 : Math.max(2, (bar.count / highest) * HEIGHT);
            const step = WIDTH / bars.length;
            return (
              <g key={bar.first} data-chosen={isChosen(bar) || undefined} className={styles.bar}>
                <title>{words.bar(yearsOf(bar), format.number(bar.count))}</title>
                <rect className={styles.reach} x={place * step} y={0} width={step} height={HEIGHT} />
                <rect
                  className={styles.count}
                  x={place * step + step * 0.1}
                  y={HEIGHT - height}
                  width={step * 0.8}
                  height={height}
                />
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className={styles.caption}>
        <span>{first.first}</span>
        <span className={styles.told} role="status">
          {told}
        </span>
        <span>{last.last}</span>
      </figcaption>
      <span id={hintId} className="visually-hidden">
        {words.hint}
      </span>
    </figure>
  );
}

const yearsOf = ({ first, last }: YearBar): string => (first === last ? String(first) : `${first}–${last}`);

function rangeOf(bars: readonly YearBar[], { anchor, at }: Touched) {
  const [one, other] = [bars[anchor], bars[at]];
  return one === undefined || other === undefined ? null : rangeBetween(one, other);
}

function countIn(bars: readonly YearBar[], { from, to }: { readonly from: number; readonly to: number }): number {
  return bars.filter(({ first, last }) => first >= from && last <= to).reduce((sum, { count }) => sum + count, 0);
}
