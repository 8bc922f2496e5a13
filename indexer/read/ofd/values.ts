/** The values that OFD writes in attributes (GB/T 33190-2016 §7.3): boxes, matrices, arrays of distances. Never throw. */

/** From an object to the page, as in PDF: x' = a·x + c·y + e, y' = b·x + d·y + f; y runs downwards. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];
export const POINTS_A_MILLIMETRE = 72 / 25.4;

/** What `inner` does, then `outer`. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export const place = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** `"30 40.5 150 6"`; what is no number is left out. */
export function numbersIn(written: string | undefined): number[] {
  return (written ?? '')
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(Number)
    .filter(Number.isFinite);
}

export function numberIn(written: string | undefined, otherwise: number): number {
  return numbersIn(written)[0] ?? otherwise;
}

/** `"0 0 210 297"` in millimetres; null when it is none. */
export function boxIn(written: string | undefined): readonly [x: number, y: number, w: number, h: number] | null {
  const [x, y, width, height] = numbersIn(written);
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? null
    : [x, y, width, height];
}

export function matrixIn(written: string | undefined): Matrix {
  const [a, b, c, d, e, f] = numbersIn(written);
  return f === undefined ? UNMOVED : ([a, b, c, d, e, f] as Matrix);
}

/** `"g 3 6.35 12.7"` is 6.35 three times, then 12.7. Never more than `most`: a file may claim a thousand million. */
export function deltasIn(written: string | undefined, most: number): number[] {
  const deltas: number[] = [];
  const parts = (written ?? '').split(/[\s,]+/).filter((part) => part !== '');
  for (let at = 0; at < parts.length && deltas.length < most; at += 1) {
    const repeats = parts[at] === 'g';
    const value = Number(parts[repeats ? at + 2 : at]);
    const count = repeats ? Number(parts[at + 1]) : 1;
    if (repeats) at += 2;
    if (!Number.isFinite(value) || !(count > 0)) continue;
    for (let n = 0; n < count && deltas.length < most; n += 1) deltas.push(value);
  }
  return deltas;
}
