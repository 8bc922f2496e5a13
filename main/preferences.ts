/** What the desktop remembers between two starts, in one small file of the user's; a damaged file counts as an empty one. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readWindowState, type WindowState } from './window-state.ts';

export interface Preferences {
  readonly window: WindowState;
  /** Null until the user chooses one: the system's. */
  readonly language: 'zh' | 'en' | null;
  /** Null until the user opens another: the default library. */
  readonly library: string | null;
}

export function readPreferences(text: string): Preferences {
  const kept = parse(text);
  const { language, library } = kept;
  return {
    window: readWindowState(kept.window),
    language: language === 'zh' || language === 'en' ? language : null,
    library: typeof library === 'string' && library !== '' ? library : null,
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Cut short by a power failure, or edited by hand: nothing in it is worth stopping for.
    return {};
  }
}

export class PreferencesFile {
  readonly #path: string;
  #current: Preferences;

  constructor(path: string) {
    this.#path = path;
    this.#current = readPreferences(readText(path));
  }

  get current(): Preferences {
    return this.#current;
  }

  /** Written aside and renamed, so that the file is never half there. */
  change(changes: Partial<Preferences>): void {
    this.#current = { ...this.#current, ...changes };
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(`${this.#path}.new`, `${JSON.stringify(this.#current, null, 2)}\n`);
      renameSync(`${this.#path}.new`, this.#path);
    } catch (error) {
      // A full or read-only disk: the next start will not remember, which is no reason to stop this one.
      console.error(`${this.#path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
