/** Opens the SQLite file, brings its schema up to date, and turns its failures into ours; the only file that names libsql. */
import { existsSync } from 'node:fs';
import Libsql from 'libsql';
import { AppError } from '../errors.ts';
import { MIGRATIONS } from './migrations.ts';

export type Database = InstanceType<typeof Libsql>;
export const SCHEMA = MIGRATIONS.length;

const SETTINGS = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = ON',
  // So long a change by hand waits for the writer of an import.
  'busy_timeout = 5000',
  'cache_size = -32000',
  // 16 MB: what many files change over and over is written back once.
  'wal_autocheckpoint = 4000',
];

/** Throws library_newer (the file stays untouched), library_read_only, library_damaged, library_busy or disk_full. */
export function openDatabase(file: string): Database {
  return guard(file, () => {
    if (existsSync(file)) refuseNewer(file);
    const database = new Libsql(file);
    for (const setting of SETTINGS) database.exec(`PRAGMA ${setting}`);
    migrate(database);
    return database;
  });
}

function schemaOf(database: Database): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

function refuseNewer(file: string): void {
  const database = new Libsql(file, { readonly: true } as ConstructorParameters<typeof Libsql>[1]);
  try {
    const found = schemaOf(database);
    if (found > SCHEMA) throw new AppError('library_newer', { found, supported: SCHEMA });
  } finally {
    database.close();
  }
}

function migrate(database: Database): void {
  for (let step = schemaOf(database); step < SCHEMA; step += 1) {
    database.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[step]} PRAGMA user_version = ${step + 1}; COMMIT;`);
  }
}

/** A whole copy as of one moment, while others may be writing. Throws library_newer, library_damaged or disk_full. */
export function copyDatabase(file: string, target: string): void {
  guard(file, () => {
    const database = new Libsql(file);
    try {
      const found = schemaOf(database);
      if (found > SCHEMA) throw new AppError('library_newer', { found, supported: SCHEMA });
      database.exec(`PRAGMA busy_timeout = 5000; VACUUM INTO '${target.replaceAll("'", "''")}'`);
    } finally {
      database.close();
    }
  });
}

/** Throws library_newer, and library_damaged unless every page of it is sound. */
export function checkDatabase(file: string): void {
  guard(file, () => {
    refuseNewer(file);
    const database = new Libsql(file);
    try {
      const [row] = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
      if (row?.quick_check !== 'ok') throw new AppError('library_damaged', { reason: String(row?.quick_check) });
      database.prepare('SELECT 1 FROM documents LIMIT 1').get();
    } finally {
      database.close();
    }
  });
}

/** Runs what touches the database and names the failures of disk and file. */
export function guard<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw toAppError(path, cause);
  }
}

export function toAppError(path: string, cause: unknown): unknown {
  const code = String((cause as { code?: unknown }).code ?? '');
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/SQLITE_FULL|ENOSPC/.test(code) || /database or disk is full/.test(message))
    return new AppError('disk_full', {}, { cause });
  if (/SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES/.test(code) || /readonly database|unable to open/i.test(message)) {
    return new AppError('library_read_only', { path }, { cause });
  }
  if (/SQLITE_(?:BUSY|LOCKED)/.test(code) || /database is locked/.test(message))
    return new AppError('library_busy', {}, { cause });
  if (/SQLITE_(?:CORRUPT|NOTADB)/.test(code) || /malformed|not a database/.test(message)) {
    return new AppError('library_damaged', { reason: message }, { cause });
  }
  return cause;
}

/** Whatever the action reads is of one moment, though another thread may be writing. */
export function atOneMoment<T>(database: Database, action: () => T): T {
  if (database.inTransaction) return action();
  database.exec('BEGIN');
  try {
    return action();
  } finally {
    database.exec('COMMIT');
  }
}

/** Runs an action as one transaction: all of it happens, or nothing. */
export function inTransaction<T>(database: Database, action: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself; a second ROLLBACK would hide why.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
