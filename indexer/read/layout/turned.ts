/** Boxes on a page that was turned by quarters to be read, back to the page as it is shown. */
import type { Box } from '../read-text.ts';

export interface TurnedPage {
  /** Of the page as it was read. */
  readonly width: number;
  readonly height: number;
  /** Clockwise from the page as it is shown. */
  readonly quarters: number;
}

export function turnBoxBack(box: Box, { width, height, quarters }: TurnedPage): Box {
  let [turned, w, h] = [box, width, height];
  for (let turns = quarters; turns > 0; turns -= 1) {
    turned = { x: turned.y, y: w - turned.x - turned.width, width: turned.height, height: turned.width };
    [w, h] = [h, w];
  }
  return turned;
}
