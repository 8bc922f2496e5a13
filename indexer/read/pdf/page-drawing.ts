/** What a page of a PDF draws beside its text, as pdfjs lists it: outlines, pictures, and whether its text is seen at all. */
import type { PageDrawing } from '../layout/placed-text.ts';
import { type Outline, rulesOf } from '../layout/rules.ts';

/** Numbers of operators in pdfjs's lists. */
export interface Operators {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly endPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly setTextRenderingMode: number;
  readonly showText: number;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  /** From the space of the PDF to the page as it is shown. */
  readonly transform: Matrix;
}

type Matrix = readonly number[];

/** Neither filled nor stroked: what recognition puts under a scan. */
const INVISIBLE = 3;
/** Steps of a path, as pdfjs numbers them, with how many numbers each takes. */
const MOVE = 0;
const CLOSE = 4;
const TAKES: readonly number[] = [2, 2, 6, 4, 0];

/** Of a list that was made with all pictures left out: what remains of one is its matrix, with nothing drawn under it. */
export function drawingOf(list: OperatorList, operators: Operators, page: DrawnPage): PageDrawing {
  const reading = new Reading(operators, page);
  list.fnArray.forEach((operator, index) => {
    reading.read(operator, list.argsArray[index]);
  });
  return reading.drawing();
}

class Reading {
  readonly #operators: Operators;
  readonly #page: DrawnPage;
  readonly #outlines: Outline[] = [];
  readonly #kept: { readonly matrix: Matrix; readonly mode: number }[] = [];
  #matrix: Matrix;
  #mode = 0;
  /** A matrix was set, and nothing drawn since. */
  #bare = false;
  #pictured = 0;
  #shown = 0;
  #hidden = 0;

  constructor(operators: Operators, page: DrawnPage) {
    this.#operators = operators;
    this.#page = page;
    this.#matrix = page.transform;
  }

  read(operator: number, args: unknown): void {
    const known = this.#operators;
    switch (operator) {
      case known.save:
      case known.paintFormXObjectBegin:
        this.#keep(operator === known.save ? null : (args as [Matrix | null])[0]);
        break;
      case known.restore:
      case known.paintFormXObjectEnd:
        this.#restore();
        break;
      case known.transform:
        this.#matrix = combine(this.#matrix, args as Matrix);
        this.#bare = true;
        break;
      case known.constructPath:
        this.#draw(args as [number, [Float32Array | null]]);
        break;
      case known.setTextRenderingMode:
        [this.#mode] = args as [number];
        break;
      case known.showText:
        this.#show((args as [readonly unknown[]])[0]);
        break;
    }
  }

  drawing(): PageDrawing {
    return {
      rules: rulesOf(this.#outlines),
      pictured: Math.min(1, this.#pictured),
      hidden: this.#shown === 0 ? 0 : this.#hidden / this.#shown,
      marks: this.#outlines.length + this.#shown,
    };
  }

  #keep(own: Matrix | null): void {
    this.#kept.push({ matrix: this.#matrix, mode: this.#mode });
    if (own !== null) this.#matrix = combine(this.#matrix, own);
    this.#bare = false;
  }

  #restore(): void {
    if (this.#bare) this.#pictured += shareOf(this.#matrix, this.#page);
    const kept = this.#kept.pop();
    this.#matrix = kept?.matrix ?? this.#page.transform;
    this.#mode = kept?.mode ?? 0;
    this.#bare = false;
  }

  #draw([how, [steps]]: [number, [Float32Array | null]]): void {
    const { endPath, fill, eoFill } = this.#operators;
    if (how === endPath || steps === null || steps === undefined) return;
    this.#outlines.push(...outlinesIn(steps, how === fill || how === eoFill, this.#matrix));
    this.#bare = false;
  }

  #show(glyphs: readonly unknown[]): void {
    const count = glyphs.filter((glyph) => typeof glyph === 'object').length;
    this.#shown += count;
    if (this.#mode === INVISIBLE) this.#hidden += count;
    this.#bare = false;
  }
}

function combine(outer: Matrix, inner: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** How much of the page a picture fills. */
function shareOf([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix, { width, height }: DrawnPage): number {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ];
  const across = Math.min(width, Math.max(...xs)) - Math.max(0, Math.min(...xs));
  const down = Math.min(height, Math.max(...ys)) - Math.max(0, Math.min(...ys));
  return (Math.max(0, across) * Math.max(0, down)) / (width * height);
}

/** A curve is taken for its chord: corners of tables may be round. */
function outlinesIn(steps: ArrayLike<number>, filled: boolean, matrix: Matrix): Outline[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const outlines: Outline[] = [];
  let points: [number, number][] = [];
  const end = (closed: boolean): void => {
    if (points.length > 1) outlines.push({ points, closed, filled });
    points = [];
  };
  for (let at = 0; at < steps.length; ) {
    const step = steps[at] ?? 0;
    const takes = TAKES[step];
    if (takes === undefined) break;
    if (step === MOVE) end(false);
    if (step === CLOSE) end(true);
    const [x, y] = [steps[at + takes - 1] ?? 0, steps[at + takes] ?? 0];
    if (takes > 0) points.push([a * x + c * y + e, b * x + d * y + f]);
    at += 1 + takes;
  }
  end(false);
  return outlines;
}
