/** What a page of an OFD draws beside its text: rules of tables, and how much of it pictures fill. */
import type { PageDrawing } from '../layout/placed-text.ts';
import { type Outline, rulesOf } from '../layout/rules.ts';
import { elementAt, textIn } from '../xml.ts';
import type { OfdPage } from './ofd-file.ts';
import type { PageObject } from './page-objects.ts';
import { type Matrix, place } from './values.ts';

/** Operators of AbbreviatedData (GB/T 33190-2016 §9.1) with how many numbers each takes. */
export const TAKES: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

export function drawingOf({ width, height, objects }: OfdPage): PageDrawing {
  const shown = objects.filter(({ hidden, element }) => !hidden && element.attributes.Alpha !== '0');
  const outlines = shown.filter(({ kind }) => kind === 'path').flatMap(outlinesIn);
  const pictured = shown
    .filter(({ kind }) => kind === 'image')
    .reduce((sum, { toPage }) => sum + shareOf(toPage, width, height), 0);
  const texts = objects.filter(({ kind }) => kind === 'text');
  const hidden = texts.length === 0 ? 0 : texts.filter((text) => text.hidden).length / texts.length;
  return { rules: rulesOf(outlines), pictured: Math.min(1, pictured), hidden, marks: outlines.length + texts.length };
}

/** A curve is taken for its chord. */
function outlinesIn({ element, toPage }: PageObject): Outline[] {
  const [stroke, fill] = [element.attributes.Stroke !== 'false', element.attributes.Fill === 'true'];
  if (!stroke && !fill) return [];
  const outlines: Outline[] = [];
  let points: (readonly [number, number])[] = [];
  const end = (closed: boolean): void => {
    if (points.length > 1) outlines.push({ points, closed, filled: !stroke });
    points = [];
  };
  const parts = textIn(elementAt(element, 'AbbreviatedData')).split(/[\s,]+/);
  for (let at = 0; at < parts.length; at += 1) {
    const operator = parts[at] ?? '';
    const takes = TAKES[operator];
    if (takes === undefined) continue;
    if (takes === 0) {
      end(true);
      continue;
    }
    const [x = Number.NaN, y = Number.NaN] = parts.slice(at + takes - 1, at + takes + 1).map(Number);
    if (!Number.isFinite(x) || !Number.isFinite(y)) break;
    if (operator === 'S' || operator === 'M') end(false);
    points.push(place(toPage, x, y));
    at += takes;
  }
  end(false);
  return outlines;
}

/** A picture fills the unit square of its space. */
function shareOf(toPage: Matrix, width: number, height: number): number {
  const [x0, y0] = place(toPage, 0, 0);
  const [x1, y1] = place(toPage, 1, 1);
  const across = Math.min(width, Math.max(x0, x1)) - Math.max(0, Math.min(x0, x1));
  const down = Math.min(height, Math.max(y0, y1)) - Math.max(0, Math.min(y0, y1));
  return (Math.max(0, across) * Math.max(0, down)) / (width * height);
}
