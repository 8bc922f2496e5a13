/** Ctrl+F on a page that shows a text finds in all of it; the browser's own finding sees only what is laid out. */
import { FIND_BOX_ID } from '../addresses.ts';

/** False where there is no text to find in. */
export function focusFindBox(): boolean {
  const box = document.getElementById(FIND_BOX_ID);
  if (!(box instanceof HTMLInputElement)) return false;
  box.focus();
  box.select();
  return true;
}
