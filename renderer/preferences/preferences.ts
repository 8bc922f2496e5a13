/** What the user set for this computer's screen: kept in localStorage, read anywhere, heard by every open window. */
import type { Language } from '../words/words.ts';

export interface Preferences {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  /** Of a document's text, in pixels. */
  readonly textSize: (typeof TEXT_SIZES)[number];
  readonly textFont: 'serif' | 'sans';
}

export const TEXT_SIZES = [15, 16, 17, 18, 20, 22] as const;
// The texts are Chinese whatever the system speaks, so Chinese it is until the reader says otherwise.
export const DEFAULTS: Preferences = { language: 'zh', theme: 'system', textSize: 17, textFont: 'serif' };

const KEY = 'gongbao.preferences';
const listeners = new Set<() => void>();
let current: Preferences = readPreferences(stored());

/** What is kept, with a default for whatever is missing or not one of our values: `null`, `{` and `{"theme":"x"}` give the defaults. */
export function readPreferences(text: string | null): Preferences {
  const kept = parse(text);
  return {
    language: oneOf(kept.language, ['zh', 'en'], DEFAULTS.language),
    theme: oneOf(kept.theme, ['system', 'light', 'dark'], DEFAULTS.theme),
    textSize: oneOf(kept.textSize, TEXT_SIZES, DEFAULTS.textSize),
    textFont: oneOf(kept.textFont, ['serif', 'sans'], DEFAULTS.textFont),
  };
}

export function preferences(): Preferences {
  return current;
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing (private window, full disk) still follows the choice until it is closed.
  }
  for (const listener of listeners) listener();
}

export function followPreferences(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent): void => {
    if (event.key !== KEY) return;
    current = readPreferences(event.newValue);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', elsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', elsewhere);
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Forbidden by the browser's settings: the defaults serve.
    return null;
  }
}

function parse(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    // Somebody else's text under our key: the defaults serve.
    return {};
  }
}

function oneOf<T>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((one) => one === value) ?? otherwise;
}
