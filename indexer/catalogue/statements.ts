/**
 * Asks a database: every statement is prepared once, because preparing costs more than most answers and the driver keeps
 * memory for every statement for as long as it lives.
 */
import type { Database } from './database.ts';
import type { Row } from './rows.ts';

export type Value = string | number | null;
type Statement = ReturnType<typeof prepare>;

const PREPARED = new WeakMap<Database, Map<string, Statement>>();

const prepare = (database: Database, sql: string) => database.prepare<Value[]>(sql);

/** The text of a statement must come from a fixed set: what is asked for goes into values. */
export function prepared(database: Database, sql: string): Statement {
  const statements = PREPARED.get(database) ?? new Map<string, Statement>();
  PREPARED.set(database, statements);
  const statement = statements.get(sql) ?? prepare(database, sql);
  statements.set(sql, statement);
  return statement;
}

export function all(database: Database, sql: string, ...values: Value[]): Row[] {
  return prepared(database, sql).all(...values) as Row[];
}

/** The first row; null when there is none. */
export function one(database: Database, sql: string, ...values: Value[]): Row | null {
  return (prepared(database, sql).get(...values) as Row | undefined) ?? null;
}

/** Gives the row id of what was inserted last. */
export function run(database: Database, sql: string, ...values: Value[]): number {
  return Number(prepared(database, sql).run(...values).lastInsertRowid);
}
