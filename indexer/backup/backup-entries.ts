/** What a backup consists of, by the names of its entries: written by one file here, read by the other. */
export const BACKUP_FORMAT = 1;
export const HEAD = 'gongbao-backup.json';
export const CATALOGUE = 'catalogue.sqlite';
export const DICTIONARY = 'dictionary.txt';

/** The first entry. */
export interface BackupHead {
  readonly format: number;
  /** Of the program that wrote it. */
  readonly version: string;
  readonly createdAt: string;
  /** SHA-256 of the catalogue; the originals have theirs as names. */
  readonly catalogue: string;
  /** How many there are. */
  readonly originals: number;
}

export const originalName = (sha256: string): string => `originals/${sha256}`;

/** `originals/e3b0…`: its sum. Null for every other name. */
export const readOriginalName = (name: string): string | null => /^originals\/([0-9a-f]{64})$/.exec(name)?.[1] ?? null;
