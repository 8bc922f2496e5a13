/**
 * The exact full-text index: which clauses contain a run of characters, wherever a segmenter would cut.
 *
 * Text is written as a stream of tokens that FTS5 keeps with their positions: overlapping pairs of Chinese characters and
 * the last character of each run, whole numbers, whole Latin words, one token for each sign; blanks are nothing. A phrase of
 * the same tokens then matches exactly the places where the characters stand, numbers never match inside numbers
 * (37号 is not in 137号), and one character is found by the pairs that begin with it.
 */

import type { Provision } from '../model.ts';
import { foldText as fold } from '../text/fold.ts';
import type { Database } from './database.ts';

export const clauseIndexMigration = `
CREATE TABLE clauses (
  key INTEGER PRIMARY KEY,
  document_key INTEGER NOT NULL,
  -- ordinals of the first and last provision; both -1 for the head of the document (title, number, issuers)
  first_ordinal INTEGER NOT NULL, last_ordinal INTEGER NOT NULL
) STRICT;
CREATE INDEX clauses_document ON clauses(document_key);
CREATE VIRTUAL TABLE clause_text USING fts5(title, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars 'ɸ'");
`;

export interface IndexedDocument {
  readonly key: number;
  readonly title: string;
  readonly attached: readonly string[];
  readonly number: string | null;
  readonly registration: string | null;
  readonly issuers: readonly string[];
  readonly type: string | null;
  readonly provisions: readonly Provision[];
}

const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 0xf900 && code <= 0xfaff) || code > 0xffff;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetter = (code: number): boolean => /[\p{L}\p{M}]/u.test(String.fromCodePoint(code));

/** The runs of a folded text: Chinese, number, word or sign. */
function* runsOf(folded: string): Generator<{ kind: 'han' | 'word' | 'sign'; characters: string[] }> {
  const characters = [...folded];
  let at = 0;
  while (at < characters.length) {
    const code = characters[at]?.codePointAt(0) ?? 0;
    if (code === 0x20 || code === 0x0a) {
      at += 1;
      continue;
    }
    const test = isHan(code)
      ? isHan
      : isDigit(code)
        ? isDigit
        : code < 0x80
          ? isLatin
          : isLetter(code)
            ? isLetter
            : null;
    if (test === null || !test(code)) {
      yield { kind: 'sign', characters: [characters[at] ?? ''] };
      at += 1;
      continue;
    }
    const start = at;
    while (
      at < characters.length &&
      test(characters[at]?.codePointAt(0) ?? 0) &&
      (test === isHan || !isHan(characters[at]?.codePointAt(0) ?? 0))
    )
      at += 1;
    yield { kind: test === isHan ? 'han' : 'word', characters: characters.slice(start, at) };
  }
}

const isLatin = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const signToken = (sign: string): string => `ɸ${(sign.codePointAt(0) ?? 0).toString(16)}`;

/** The token stream of a text, as FTS5 takes it. */
export function tokenStream(text: string): string {
  const tokens: string[] = [];
  for (const { kind, characters } of runsOf(fold(text))) {
    if (kind === 'sign') tokens.push(signToken(characters[0] ?? ''));
    else if (kind === 'word') tokens.push(characters.join(''));
    else {
      for (let i = 0; i + 1 < characters.length; i += 1) tokens.push(`${characters[i]}${characters[i + 1]}`);
      tokens.push(characters.at(-1) ?? '');
    }
  }
  return tokens.join(' ');
}

/** An FTS5 phrase that matches exactly where these characters stand; null when there is nothing to look for. */
export function phraseQuery(phrase: string): string | null {
  const runs = [...runsOf(fold(phrase))];
  const tokens: string[] = [];
  let prefix = '';
  runs.forEach(({ kind, characters }, index) => {
    const last = index === runs.length - 1;
    if (kind === 'sign') tokens.push(signToken(characters[0] ?? ''));
    else if (kind === 'word') tokens.push(characters.join(''));
    else {
      for (let i = 0; i + 1 < characters.length; i += 1) tokens.push(`${characters[i]}${characters[i + 1]}`);
      if (!last || characters.length === 1) tokens.push(characters.at(-1) ?? '');
      if (last && characters.length === 1) prefix = ' *';
    }
  });
  return tokens.length === 0 ? null : `"${tokens.join(' ')}"${prefix}`;
}

/** Adds the clauses of a document; in the transaction that writes it. */
export function writeClauses(database: Database, document: IndexedDocument): void {
  const addClause = database.prepare(
    'INSERT INTO clauses (document_key, first_ordinal, last_ordinal) VALUES (?, ?, ?)',
  );
  const addText = database.prepare('INSERT INTO clause_text (rowid, title, text) VALUES (?, ?, ?)');
  const add = (first: number, last: number, title: string, text: string): void => {
    const { lastInsertRowid } = addClause.run(document.key, first, last);
    addText.run(lastInsertRowid, tokenStream(title), tokenStream(text));
  };
  const facts = [document.number, document.registration, ...document.issuers, document.type].filter(
    (fact) => fact !== null,
  );
  add(-1, -1, [document.title, ...document.attached].join('\n'), facts.join('\n'));
  for (const group of groupClauses(document.provisions)) {
    const first = group[0]?.ordinal ?? 0;
    add(first, group.at(-1)?.ordinal ?? first, '', group.map(({ text }) => text).join('\n'));
  }
}

export function groupClauses<T extends Pick<Provision, 'ordinal' | 'clause'>>(provisions: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const provision of provisions) {
    const last = groups.at(-1);
    if (last === undefined || last[0]?.ordinal !== provision.clause) groups.push([provision]);
    else last.push(provision);
  }
  return groups;
}

export function removeClauses(database: Database, documentKey: number): void {
  database
    .prepare('DELETE FROM clause_text WHERE rowid IN (SELECT key FROM clauses WHERE document_key = ?)')
    .run(documentKey);
  database.prepare('DELETE FROM clauses WHERE document_key = ?').run(documentKey);
}

/** Keys of the clauses (heads among them) that contain the phrase, ascending. `column` looks in titles or in texts only. */
export function clausesWith(database: Database, phrase: string, column: 'title' | 'text' | 'any' = 'any'): number[] {
  const query = phraseQuery(phrase);
  if (query === null) return [];
  const match = column === 'any' ? query : `{${column}} : ${query}`;
  // One JSON string instead of thousands of rows: the binding's cost is by the row.
  const row = database
    .prepare('SELECT json_group_array(rowid) AS keys FROM clause_text WHERE clause_text MATCH ?')
    .get(match) as { keys: string };
  return JSON.parse(row.keys) as number[];
}

/** All clauses: keys with their document's key and ordinals, ascending by key. */
export function allClauses(database: Database): {
  keys: number[];
  documents: number[];
  firsts: number[];
  lasts: number[];
} {
  const row = database
    .prepare(
      `SELECT json_group_array(key) AS keys, json_group_array(document_key) AS documents, json_group_array(first_ordinal) AS firsts,
              json_group_array(last_ordinal) AS lasts FROM (SELECT * FROM clauses ORDER BY key)`,
    )
    .get() as { keys: string; documents: string; firsts: string; lasts: string };
  const read = (json: string): number[] => JSON.parse(json) as number[];
  return { keys: read(row.keys), documents: read(row.documents), firsts: read(row.firsts), lasts: read(row.lasts) };
}
