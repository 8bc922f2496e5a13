/**
 * Passwords of encrypted files, kept only while the program runs. One that was given for a file is offered to every other
 * that asks for one: an office seals its files alike.
 */
import { AppError } from '../errors.ts';

/** More would make each encrypted file cost as many readings. */
const MOST_OFFERED = 20;

export class Passwords {
  /** Newest first. */
  #given: string[] = [];
  /** What opened a file, by its SHA-256. */
  readonly #opened = new Map<string, string>();

  give(password: string): void {
    this.#given = [password, ...this.#given.filter((one) => one !== password)].slice(0, MOST_OFFERED);
  }

  /**
   * Opens a file as it is or, where it asks, with the passwords that were given, one after another. Throws what `open`
   * throws: file_encrypted when none of them fits.
   */
  async open<T>(sha256: string, open: (password: string | undefined) => Promise<T>): Promise<T> {
    try {
      return await open(this.#opened.get(sha256));
    } catch (error) {
      for (const password of isLocked(error) ? this.#given : []) {
        const opened = await open(password).catch(passOver);
        if (opened === null) continue;
        this.#opened.set(sha256, password);
        return opened;
      }
      throw error;
    }
  }
}

const isLocked = (error: unknown): boolean => error instanceof AppError && error.code === 'file_encrypted';

function passOver(error: unknown): null {
  if (isLocked(error)) return null;
  throw error;
}
