/** What a page of a PDF draws, as pdfjs lists it → the outlines in points of the page, y downwards. */
import type { Outline } from '../layout/rules.ts';

/** Numbers of operators in pdfjs's lists. */
export interface Operators {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly fillStroke: number;
  readonly eoFillStroke: number;
  readonly closeFillStroke: number;
  readonly closeEOFillStroke: number;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

type Matrix = readonly number[];

/** Steps of a path, as pdfjs numbers them, with how many numbers each takes. */
const MOVE = 0;
const CLOSE = 4;
const TAKES: readonly number[] = [2, 2, 6, 4, 0];

/** `toPage` leads from the space of the PDF to the page as it is shown. */
export function outlinesOf({ fnArray, argsArray }: OperatorList, operators: Operators, toPage: Matrix): Outline[] {
  const outlines: Outline[] = [];
  const kept: Matrix[] = [];
  const { fill, eoFill } = operators;
  const drawn = new Set([
    operators.stroke,
    operators.closeStroke,
    operators.fillStroke,
    operators.eoFillStroke,
    operators.closeFillStroke,
    operators.closeEOFillStroke,
  ]);
  let matrix = toPage;
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === operators.save) kept.push(matrix);
    else if (operator === operators.restore || operator === operators.paintFormXObjectEnd)
      matrix = kept.pop() ?? toPage;
    else if (operator === operators.transform) matrix = combine(matrix, args as Matrix);
    else if (operator === operators.paintFormXObjectBegin) {
      kept.push(matrix);
      const [own] = args as [Matrix | null];
      if (own !== null) matrix = combine(matrix, own);
    } else if (operator === operators.constructPath) {
      const [how, [steps]] = args as [number, [Float32Array | null]];
      const filled = how === fill || how === eoFill;
      if (steps !== null && steps !== undefined && (filled || drawn.has(how)))
        outlines.push(...outlinesIn(steps, filled, matrix));
    }
  });
  return outlines;
}

function combine(outer: Matrix, inner: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** A curve is taken for its chord: corners of tables may be round. */
function outlinesIn(
  steps: ArrayLike<number>,
  filled: boolean,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
): Outline[] {
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
