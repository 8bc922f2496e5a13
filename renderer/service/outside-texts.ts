/** Texts from outside the library that are being compared: kept for this window only, under short keys that an address can hold. */

export interface OutsideText {
  readonly name: string;
  readonly text: string;
}

const PREFIX = 'text~';
const kept = new Map<string, OutsideText>();

/** Keeps a text and gives its key: `text~1`. */
export function keepText(text: OutsideText): string {
  const key = `${PREFIX}${Date.now().toString(36)}${kept.size}`;
  kept.set(key, text);
  try {
    sessionStorage.setItem(key, JSON.stringify(text));
  } catch {
    // Too long for what the browser keeps: then it lasts until the page is loaded again.
  }
  return key;
}

export const isPastedKey = (key: string): boolean => key.startsWith(PREFIX);

/** Null when the window that had it is gone. */
export function keptText(key: string): OutsideText | null {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const stored = sessionStorage.getItem(key);
  return stored === null ? null : (JSON.parse(stored) as OutsideText);
}
