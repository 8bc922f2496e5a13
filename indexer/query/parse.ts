/**
 * Text → tree. Lenient: every text means something, nothing throws.
 *
 *   query   = any                                 words side by side must all occur
 *   any     = all { ('OR' | '|' | '或者') all }
 *   all     = { ['-' | 'NOT'] part }
 *   part    = '(' any ')' | field ':' value | "phrase" | 《title》 | entity | word
 *   field   = 标题 | 正文 | 字号 | 机关 | 文种 | 主题 | 年 | 期 | 条, or title text number issuer type topic year issue article
 *   value   = "phrase" | word;  年:2019-2021 is a range
 *   entity  = what entities.ts reads: numbers, registration numbers, issues, days, months
 *
 * Quotes of every style open and close a phrase; a quote without its fellow is passed over and noted. A minus counts only in
 * front of a part (招商-平安 is one word), a bracket only in front of a word (信用中国（山东）网站 is one word).
 */
import { foldText } from '../text/fold.ts';
import { onlySigns } from '../text/grams.ts';
import { readEntity, readNumber } from './entities.ts';
import { FIELD_NAMES, fieldLeaf, fieldNamed } from './fields.ts';
import type { QueryKnowledge } from './knowledge.ts';
import type { ParsedQuery, QueryNode, TextLeaf } from './tree.ts';
import { writingsOf } from './writings.ts';

const FIELD = new RegExp(`(${FIELD_NAMES.join('|')})： ?(?=[^ ])`, 'uy');
const OPERATOR = /(?:or|and|not|或者|｜｜?|＆＆?)(?= |$|（|“|《)|[｜＆]/uy;
/** What ends a word: blanks, the stops of a sentence, and what begins another part. */
const WORD = /[^ ，。；！？“《》｜]+/uy;
const EDGE_SIGNS = /^[、·…：—‘）》]+|[、·…：—‘（《]+$/gu;
const DEEPEST = 12;
/** Each part is a question to the index: a pasted page must not keep it busy for seconds. */
const MOST_PARTS = 40;

/** The tree of a query; `加装电梯 -"征求意见"` gives all of a word and a phrase that must not occur. */
export function parseQuery(text: string, knowledge: QueryKnowledge): ParsedQuery {
  // Line breaks are blanks here; the length stays, so that spans fit the text as typed.
  const folded = foldText(text.replace(/\s/g, ' '));
  const parser = new Parser(text, folded, knowledge);
  const root = parser.readAny(0);
  return { text, root: simplify(root), notes: [...parser.notes] };
}

class Parser {
  private readonly text: string;
  private readonly folded: string;
  private readonly knowledge: QueryKnowledge;
  private at = 0;
  private parts = 0;
  readonly notes = new Set<ParsedQuery['notes'][number]>();

  constructor(text: string, folded: string, knowledge: QueryKnowledge) {
    this.text = text;
    this.folded = folded;
    this.knowledge = knowledge;
  }

  readAny(depth: number): QueryNode {
    const start = this.at;
    const parts: QueryNode[] = [];
    let row: QueryNode[] = [];
    const endRow = (): void => {
      if (row.length > 0) parts.push(this.group('all', row));
      row = [];
    };
    while (this.at < this.folded.length) {
      if (this.skipSigns(depth)) break;
      const operator = this.readOperator();
      if (operator === 'or') endRow();
      if (operator === 'or' || operator === 'and' || this.at >= this.folded.length) continue;
      const part = this.readSigned(depth, operator === 'not');
      if (part !== null) row.push(part);
    }
    endRow();
    return parts.length === 1 && parts[0] !== undefined
      ? parts[0]
      : { kind: 'any', parts, span: { start, end: this.at } };
  }

  /** True at the bracket that ends the group. */
  private skipSigns(depth: number): boolean {
    while (this.at < this.folded.length) {
      const sign = this.folded[this.at] ?? '';
      if (sign === '）' && depth > 0) return true;
      if (!' ，。；！？、）》：·…'.includes(sign)) return false;
      this.at += 1;
    }
    return false;
  }

  /** Words count as operators only in capitals, as typed: `or` is a word of English titles. */
  private readOperator(): 'or' | 'and' | 'not' | null {
    OPERATOR.lastIndex = this.at;
    const match = OPERATOR.exec(this.folded);
    if (match === null) return null;
    const typed = this.text.slice(this.at, this.at + match[0].length);
    if (/^[a-z]/.test(match[0]) && typed !== typed.toUpperCase()) return null;
    this.at += match[0].length;
    if (match[0] === 'not') return 'not';
    return match[0] === 'and' || match[0].startsWith('＆') ? 'and' : 'or';
  }

  private readSigned(depth: number, negated: boolean): QueryNode | null {
    const start = this.at;
    const minus = this.folded[this.at] === '—';
    if (minus) {
      while (this.folded[this.at] === '—') this.at += 1;
      if (this.at >= this.folded.length || this.folded[this.at] === ' ') return null;
    }
    const skip = negated && this.skipSigns(depth);
    const part = skip ? null : this.readPart(depth);
    if (part === null || !(minus || negated)) return part;
    return { kind: 'without', part, span: { start, end: this.at } };
  }

  private readPart(depth: number): QueryNode | null {
    this.parts += 1;
    if (this.parts > MOST_PARTS) {
      this.notes.add('too-long');
      this.at = this.folded.length;
      return null;
    }
    const sign = this.folded[this.at];
    if (sign === '（') return this.readGroup(depth);
    if (sign === '“' || sign === '‘') return this.readQuoted(sign);
    if (sign === '《') return this.readTitle();
    return this.readField() ?? this.readFound() ?? this.readWord();
  }

  private readGroup(depth: number): QueryNode | null {
    const number = this.readFound();
    if (number !== null) return number;
    const start = this.at;
    this.at += 1;
    if (depth >= DEEPEST || !this.folded.includes('）', start)) {
      this.notes.add('lone-bracket');
      return null;
    }
    const inner = this.readAny(depth + 1);
    if (this.folded[this.at] === '）') this.at += 1;
    return isEmpty(inner) ? null : { ...inner, span: { start, end: this.at } };
  }

  private readQuoted(quote: string): QueryNode | null {
    const start = this.at;
    const end = this.folded.indexOf(quote, start + 1);
    this.at = end < 0 ? start + 1 : end + 1;
    if (end < 0) {
      if (quote === '“') this.notes.add('lone-quote');
      return null;
    }
    const phrase = this.text.slice(start + 1, end).trim();
    if (phrase === '') return null;
    const glued =
      /[\p{L}\p{N}]/u.test(this.folded[start - 1] ?? '') || /[\p{L}\p{N}]/u.test(this.folded[end + 1] ?? '');
    return { ...this.textLeaf('phrase', [phrase], start), glued };
  }

  private readTitle(): QueryNode | null {
    const start = this.at;
    let depth = 0;
    let end = start;
    do {
      if (this.folded[end] === '《') depth += 1;
      if (this.folded[end] === '》') depth -= 1;
      end += 1;
    } while (depth > 0 && end < this.folded.length);
    this.at = start + 1;
    if (depth > 0) return null;
    const title = this.text.slice(start + 1, end - 1).trim();
    if (title === '' || onlySigns(foldText(title))) return null;
    this.at = end;
    return this.textLeaf('title', [title], start);
  }

  private readField(): QueryNode | null {
    FIELD.lastIndex = this.at;
    const match = FIELD.exec(this.folded);
    if (match === null) return null;
    const start = this.at;
    this.at += match[0].length;
    const valueAt = this.at;
    const field = fieldNamed(match[1] ?? '');
    const quoted = this.folded[this.at] === '“';
    const value = quoted ? this.readQuoted('“') : this.readFieldWord();
    if (value === null) return null;
    const typed = this.text
      .slice(valueAt, this.at)
      .replace(/^["“”„‟＂「」『』]|["“”„‟＂「」『』]$/g, '')
      .trim();
    const number = this.readFieldNumber(field, valueAt, start);
    return number ?? fieldLeaf(field, typed, { start, end: this.at }) ?? value;
  }

  private readFieldWord(): QueryNode | null {
    const start = this.at;
    const word = this.readWord();
    if (word === null) this.at = Math.max(this.at, start + 1);
    return word;
  }

  /** 字号: takes a number with blanks in it whole, which a word would cut. */
  private readFieldNumber(field: string, valueAt: number, start: number): QueryNode | null {
    const number = field === 'number' ? readNumber(this.folded, valueAt, this.knowledge) : null;
    if (number === null) return null;
    this.at = Math.max(this.at, number.span.end);
    return { ...number, span: { start, end: this.at } };
  }

  private readFound(): QueryNode | null {
    const found = readEntity(this.folded, this.at, this.knowledge);
    if (found === null) return null;
    this.at = found.span.end;
    return found;
  }

  private readWord(): QueryNode | null {
    WORD.lastIndex = this.at;
    const run = WORD.exec(this.folded)?.[0];
    if (run === undefined) {
      this.at = Math.min(this.at + 1, this.folded.length);
      return null;
    }
    const start = this.at;
    const length = wordLength(run);
    this.at += length;
    const lead = /^[、·…：—‘）》]*/u.exec(run.slice(0, length))?.[0].length ?? 0;
    const trimmed = run.slice(0, length).replace(EDGE_SIGNS, '');
    if (trimmed === '' || onlySigns(trimmed)) return null;
    const word = this.text.slice(start + lead, start + lead + trimmed.length);
    const leaf = this.textLeaf('word', writingsOf(word), start);
    return { ...leaf, synonyms: this.knowledge.synonymsOf(word) };
  }

  private textLeaf(form: TextLeaf['form'], phrases: string[], start: number): TextLeaf {
    return { kind: 'text', form, phrases, synonyms: [], column: null, span: { start, end: this.at } };
  }

  private group(kind: 'all' | 'any', parts: QueryNode[]): QueryNode {
    const [first] = parts;
    if (parts.length === 1 && first !== undefined) return first;
    return { kind, parts, span: { start: first?.span.start ?? 0, end: parts.at(-1)?.span.end ?? 0 } };
  }
}

/** A word ends before a closing bracket that it did not open: 秘密 in （东京 AND NOT 秘密）. */
function wordLength(run: string): number {
  let depth = 0;
  for (let i = 0; i < run.length; i += 1) {
    if (run[i] === '（') depth += 1;
    if (run[i] === '）') depth -= 1;
    if (depth < 0) return Math.max(i, 1);
  }
  return run.length;
}

const isEmpty = (node: QueryNode): boolean => (node.kind === 'all' || node.kind === 'any') && node.parts.length === 0;

/** A query of nothing but minus asks for everything without that; one of nothing asks for nothing. */
function simplify(node: QueryNode): QueryNode | null {
  return isEmpty(node) ? null : node;
}
