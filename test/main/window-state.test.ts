import type { Rectangle } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOnDisplays, readWindowState, type WindowState } from '../../main/window-state.ts';

const LAPTOP = { x: 0, y: 0, width: 1366, height: 728 };
const BESIDE = { x: 1366, y: 0, width: 1920, height: 1040 };
const at = (x: number, y: number, width: number, height: number) => ({
  bounds: { x, y, width, height },
  maximised: false,
});

describe('readWindowState', () => {
  it.each([
    [at(1, 2, 900, 700), at(1, 2, 900, 700)],
    [
      { bounds: { x: 1, y: 2, width: 3 }, maximised: true },
      { bounds: null, maximised: true },
    ],
    [{ bounds: { x: 1.5, y: 2, width: 900, height: 700 } }, { bounds: null, maximised: false }],
    ['{}', { bounds: null, maximised: false }],
    [null, { bounds: null, maximised: false }],
    [undefined, { bounds: null, maximised: false }],
  ])('%j gives %j', (kept, expected) => {
    expect(readWindowState(kept)).toEqual(expected);
  });
});

describe('placeOnDisplays', () => {
  it.each<[WindowState, Rectangle[], Rectangle | null, string]>([
    [at(100, 50, 1000, 600), [LAPTOP], { x: 100, y: 50, width: 1000, height: 600 }, 'where it was'],
    [
      at(1500, 100, 1400, 900),
      [LAPTOP, BESIDE],
      { x: 1500, y: 100, width: 1400, height: 900 },
      'on the second display',
    ],
    [at(1500, 100, 1400, 900), [LAPTOP], null, 'its display was unplugged'],
    [at(900, 300, 1000, 600), [LAPTOP], { x: 366, y: 128, width: 1000, height: 600 }, 'moved in from the edge'],
    [at(0, 0, 2560, 1400), [LAPTOP], { x: 0, y: 0, width: 1366, height: 728 }, 'made smaller for a smaller display'],
    [at(100, 100, 10, 10), [LAPTOP], null, 'too small to be caught'],
    [at(100, 5000, 1000, 600), [LAPTOP], null, 'its title bar below the display'],
    [{ bounds: null, maximised: true }, [LAPTOP], null, 'never placed'],
    [at(100, 50, 1000, 600), [], null, 'no display'],
  ])('%j on %j opens at %j: %s', (state, workAreas, expected) => {
    expect(placeOnDisplays(state, workAreas)).toEqual(expected);
  });

  it('lies within one display, wherever it was', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const placed = placeOnDisplays(at(x, y, width, height), [LAPTOP, BESIDE]);
        if (placed === null) return;
        const area = placed.x >= BESIDE.x ? BESIDE : LAPTOP;
        expect(placed.x).toBeGreaterThanOrEqual(area.x);
        expect(placed.x + placed.width).toBeLessThanOrEqual(area.x + area.width);
        expect(placed.y + placed.height).toBeLessThanOrEqual(area.y + area.height);
      }),
    );
  });
});
