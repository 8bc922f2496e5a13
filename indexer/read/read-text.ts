/**
 * What every reader gives to the pipeline, whatever the format: the lines of a file in reading order, where each stands,
 * and what the format itself says about the file. No reader changes a character that cleaning could change.
 */
import type { Problem } from '../model.ts';
import type { Entry } from './entry.ts';

/** A rectangle on a page in points (1/72 inch), origin at the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One printed line; in formats without lines (DOCX, HTML) one paragraph or one row of a table. */
export interface SourceLine {
  readonly text: string;
  /** From 1, in reading order; for a text file the line of the file. */
  readonly line: number;
  /** From 1; null where the file does not mark its pages. */
  readonly page: number | null;
  /** Where it is printed; absent where the format does not say. */
  readonly box?: Box;
  /** Number of the block (column, text frame) on its page, from 0. */
  readonly block?: number;
  /** Size of its characters in points. */
  readonly size?: number;
  readonly bold?: boolean;
  /** Level of a heading that the format marks as such, from 1. */
  readonly heading?: number;
  /** A row of a table, its cells parted by tabs. */
  readonly row?: boolean;
  /** The format says that a whole paragraph stands here, not a line of one. */
  readonly whole?: boolean;
  /** It is a line of a footnote: the number of the line that bears its mark. */
  readonly note?: number;
  /** How sure OCR is of it, 0 to 1; absent for text that was not recognised from an image. */
  readonly confidence?: number;
}

/** A page of the original, size in points. */
export interface SourcePage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** It has no text of its own: its lines, if any, come from OCR. */
  readonly scanned: boolean;
}

/** What the file says of itself outside the text: the 公文 fields of a web page's metadata table, or of an OFD. */
export interface SourceMetadata {
  /** An editor has stated it of this document; absent for properties that software filled in. */
  readonly stated?: boolean;
  readonly title?: string;
  readonly number?: string;
  readonly issuers?: readonly string[];
  /** ISO days. */
  readonly writtenOn?: string;
  readonly publishedOn?: string;
  readonly effectiveOn?: string;
  readonly expiresOn?: string;
  /** 统一登记号 */
  readonly registration?: string;
  /** 文种 as printed. */
  readonly type?: string;
  /** 主题分类 as printed. */
  readonly subject?: string;
  /** 有效性 as printed. */
  readonly standing?: string;
  /** 索引号 */
  readonly indexNumber?: string;
  /** What seals and signatures the file carries, in a sentence. */
  readonly signed?: string;
}

export interface ReadText {
  readonly mediaType: string;
  /** WHATWG label, null for formats that carry their own. */
  readonly encoding: string | null;
  readonly lines: readonly SourceLine[];
  readonly characters: number;
  /** Empty for formats without fixed pages. */
  readonly pages: readonly SourcePage[];
  readonly metadata: SourceMetadata | null;
  readonly problems: readonly Problem[];
  /** Set for a document that was entered by hand: its fields come before what the text says. */
  readonly entry?: Entry;
}

export interface ReadOptions {
  /** WHATWG label, when the guess was wrong. */
  readonly encoding?: string;
  /** For an encrypted file. */
  readonly password?: string;
  /** What OCR read on pages without text of their own, by page from 1. */
  readonly recognised?: ReadonlyMap<number, readonly SourceLine[]>;
}
