/** Pages of bars instead of lines, laid askew by known angles. */
import { describe, expect, it } from 'vitest';
import { type GrayImage, isSpeckled, smooth, turn } from '../../../../indexer/read/image/bitmap.ts';
import { findSkew } from '../../../../indexer/read/ocr/skew.ts';

/** Lines of blots with blanks between, as words look from afar. */
function page(): GrayImage {
  const [width, height] = [900, 1200];
  const pixels = new Uint8Array(width * height).fill(255);
  for (let line = 0; line < 30; line += 1)
    for (let x = 90; x < 810 - (line % 4) * 120; x += 1)
      if (x % 18 < 14) for (let y = 0; y < 15; y += 1) pixels[(90 + line * 34 + y) * width + x] = 20;
  return { width, height, pixels };
}

describe('findSkew', () => {
  it.each([0.4, -0.7, 1.5, -3.2])('finds by how much a page that lies askew by %d° must be turned back', (angle) => {
    expect(findSkew(turn(page(), angle))).toBeCloseTo(-angle, 0.5);
  });

  it('finds it on speckled paper, once that is smoothed', () => {
    const { width, height, pixels } = turn(page(), 1.5);
    let state = 7;
    const speckled = {
      ...{ width, height },
      pixels: pixels.map((light) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.max(0, Math.min(255, light * 0.9 + 20 + ((state >>> 16) % 181) - 90));
      }),
    };
    expect([isSpeckled(page()), isSpeckled(speckled)]).toEqual([false, true]);
    expect(findSkew(smooth(speckled))).toBeCloseTo(-1.5, 0.5);
  });

  it('leaves a straight page and a blank one as they are', () => {
    expect(findSkew(page())).toBe(0);
    expect(findSkew({ width: 400, height: 500, pixels: new Uint8Array(200_000).fill(255) })).toBe(0);
  });
});
