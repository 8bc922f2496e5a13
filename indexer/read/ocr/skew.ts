/** How far a scanned page stands askew: at the right angle its rows are sharply parted into print and paper. */
import { type GrayImage, inkThreshold, shrink } from '../image/bitmap.ts';

/** Pages are laid on the glass by hand, not thrown. */
const WIDEST = 6;
const COARSE = 0.2;
const FINE = 0.04;
/** What is less than this does no harm, and turning blurs. */
const NEGLIGIBLE = 0.12;
const ENOUGH_WIDTH = 1000;

/** Degrees by which the page must be turned counter-clockwise (see `turn`) to stand straight; 0 for a blank one. */
export function findSkew(image: GrayImage): number {
  const small = shrink(image, Math.max(1, Math.round(image.width / ENOUGH_WIDTH)));
  const ink = inkOf(small);
  if (ink.xs.length < 100) return 0;
  const coarse = sharpest(ink, small.height, { from: -WIDEST, to: WIDEST, step: COARSE });
  const fine = sharpest(ink, small.height, { from: coarse - COARSE, to: coarse + COARSE, step: FINE });
  return Math.abs(fine) < NEGLIGIBLE ? 0 : Math.round(fine * 100) / 100;
}

/** So many points of ink tell the angle as well as all of them; taken at random, since every n-th would show stripes. */
const ENOUGH_INK = 50_000;

interface Ink {
  /** From the middle of the page. */
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  /** Of the page. */
  readonly width: number;
}

function inkOf(image: GrayImage): Ink {
  const threshold = Math.min(inkThreshold(image), 200);
  const points: number[] = [];
  // The rim of a scan is dark; it says nothing of the lines.
  const [rimX, rimY] = [Math.ceil(image.width * 0.03), Math.ceil(image.height * 0.03)];
  for (let y = rimY; y < image.height - rimY; y += 1)
    for (let x = rimX; x < image.width - rimX; x += 1)
      if ((image.pixels[y * image.width + x] ?? 255) <= threshold) points.push(y * image.width + x);
  const share = ENOUGH_INK / points.length;
  const kept = points.filter((_, index) => (Math.imul(index, 2_654_435_761) >>> 0) / 2 ** 32 < share);
  return {
    xs: Float32Array.from(kept, (point) => (point % image.width) - image.width / 2),
    ys: Float32Array.from(kept, (point) => Math.floor(point / image.width)),
    width: image.width,
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function sharpest(ink: Ink, height: number, { from, to, step }: Range): number {
  let [best, angle] = [-1, 0];
  for (let degrees = from; degrees <= to + step / 2; degrees += step) {
    const value = sharpness(ink, height, Math.tan((degrees * Math.PI) / 180));
    if (value > best) [best, angle] = [value, degrees];
  }
  return angle;
}

/** Rows that leave the page when it is turned are counted in this margin. */
const MARGIN = 100;

/**
 * The page is looked at in so many strips: lines of two columns seldom stand level, and an angle that brings them level
 * would seem the sharpest.
 */
const STRIPS = 4;

/** Sum of the squared differences between neighbouring rows of each strip, when rows climb by that slope. */
function sharpness({ xs, ys, width }: Ink, height: number, slope: number): number {
  const rows = height + 2 * MARGIN;
  const counts = new Float64Array(rows * STRIPS);
  for (let i = 0; i < ys.length; i += 1) {
    const x = xs[i] ?? 0;
    const row = Math.round((ys[i] ?? 0) - x * slope) + MARGIN;
    const strip = Math.min(STRIPS - 1, Math.max(0, Math.floor((x / width + 0.5) * STRIPS)));
    if (row >= 0 && row < rows) counts[strip * rows + row] = (counts[strip * rows + row] ?? 0) + 1;
  }
  let sum = 0;
  for (let i = 1; i < counts.length; i += 1) sum += ((counts[i] ?? 0) - (counts[i - 1] ?? 0)) ** 2;
  return sum;
}
