/** Where the window stood when it was closed, and whether that place still exists. Pure; window.ts applies it. */
import type { Rectangle } from 'electron';

export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly maximised: boolean;
}

export const FIRST_SIZE = { width: 1366, height: 860 } as const;
export const SMALLEST_SIZE = { width: 800, height: 560 } as const;

/** So much of the title bar must be on a display for the window to be caught with the mouse. */
const GRIP = { width: 120, height: 24 } as const;

/** Reads what was kept; whatever is not a state, or half of one, counts as none. */
export function readWindowState(kept: unknown): WindowState {
  if (typeof kept !== 'object' || kept === null) return { bounds: null, maximised: false };
  const { bounds, maximised } = kept as Partial<Record<keyof WindowState, unknown>>;
  return { bounds: isRectangle(bounds) ? bounds : null, maximised: maximised === true };
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Partial<Record<keyof Rectangle, unknown>>;
  return [x, y, width, height].every(Number.isInteger);
}

/**
 * The bounds to open with, given the work areas of the displays that are there now: those kept, made to fit the display
 * that they lie on. Null, for the middle of the main display, when that display has gone.
 */
export function placeOnDisplays({ bounds }: WindowState, workAreas: readonly Rectangle[]): Rectangle | null {
  if (bounds === null) return null;
  const area = workAreas.find((each) => canBeCaught(bounds, each));
  if (area === undefined) return null;
  const width = Math.min(Math.max(bounds.width, SMALLEST_SIZE.width), area.width);
  const height = Math.min(Math.max(bounds.height, SMALLEST_SIZE.height), area.height);
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function canBeCaught(bounds: Rectangle, area: Rectangle): boolean {
  const width = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return width >= GRIP.width && bounds.y >= area.y - GRIP.height && bounds.y + GRIP.height <= area.y + area.height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
