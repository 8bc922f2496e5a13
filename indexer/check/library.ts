/** What a draft check asks of a library: looked up for it, so that checking itself stays pure. */
import type { Provision, Validity } from '../model.ts';

export interface LibraryText {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuers: readonly string[];
  readonly writtenOn: string | null;
  readonly effectiveOn: string | null;
}

export interface DraftLibrary {
  /** The day on which validity is judged. */
  readonly today: string;
  byNumber(number: string): readonly LibraryText[];
  /** With or without 中华人民共和国; also the title of a text that was issued with a document. */
  byTitle(title: string): readonly LibraryText[];
  /** The text that other names stand for, as everywhere in the library; several where nothing decides. */
  resolve(named: { readonly title: string | null; readonly number: string | null; readonly pin: string | null }): {
    readonly text: LibraryText | null;
    readonly candidates: readonly LibraryText[];
  };
  /** Texts of nearly this title, the nearest first. */
  nearTitle(title: string): readonly LibraryText[];
  validity(id: string): Validity;
  provisions(id: string): readonly Provision[];
  /** Null for an id that the library does not have. */
  text(id: string): LibraryText | null;
}
