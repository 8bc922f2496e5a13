/**
 * Text → tree. Lenient: every text means something, nothing throws.
 *
 *   query   = any                                 words side by side must all occur
 *   any     = all { ('OR' | '|' | '或者') all }
 *   all     = { ['-' | 'NOT' | '不含'] (part | choice) | setting }
 *   part    = '(' any ')' | 同条 '(' any ')' | field ':' value | "phrase" | 《title》 | entity | word
 *   field   = 标题 | 正文 | 字号 | 机关 | 文种 | 主题 | 年 | 期 | 条 | 时效 | 主送,
 *             or title text number issuer type topic year issue article validity addressee: has this in it
 *   value   = "phrase" | word;  年:2019-2021 is a range, 条:6 an article of that number
 *   choice  = 机关 | 年 | 主题 | 文种 | 时效 | 期 '=' value: is exactly this, as chosen in a list; 年=未注明 has none; several of
 *             one field are alternatives. Outside brackets a choice holds for the whole query, wherever it stands.
 *   setting = 日期:2020-01-01..2020-12-31 | 日期按:(成文|公布|施行) | 截至:2023-01-01 | 排序:(相关|最新|最早) | 单位:(文件|条款)
 *             | 同义:否 | -同义:word | 有效优先:否  (English: date dateby asof sort unit synonyms inforcefirst)
 *   entity  = what entities.ts reads: numbers, registration numbers, issues, days, months, 电梯办法第六条
 *
 * Side by side, an issuer, a kind, years or a month, and 现行有效 are read as such (understand.ts); write.ts writes what is chosen.
 *
 * One recursive descent over one text, longer than other files because its readers share the place where they stand.
 *
 * Quotes of every style open and close a phrase; a quote without its fellow is passed over and noted. A minus counts only in
 * front of a part (招商-平安 is one word), a bracket only in front of a word (信用中国（山东）网站 is one word).
 */
import { foldText } from '../text/fold.ts';
import { onlySigns } from '../text/grams.ts';
import { FACET_CHOICES } from './choices.ts';
import { articleLeaf, readArticleBehind, readEntity, readNumber } from './entities.ts';
import { FIELD_NAMES, fieldLeaf, fieldNamed } from './fields.ts';
import type { QueryKnowledge } from './knowledge.ts';
import { readChoice } from './read-choice.ts';
import {
  type FilterLeaf,
  mapLeaves,
  type ParsedQuery,
  type QueryNode,
  type TextLeaf,
  type WrittenChoice,
} from './tree.ts';
import { understand } from './understand.ts';
import { writingsOf } from './writings.ts';

const FIELD = new RegExp(`(${FIELD_NAMES.join('|')})： ?(?=[^ ])`, 'uy');
const OPERATOR = /(?:or|and|not|或者|不包?含|｜｜?|＆＆?)(?= |$|（|“|《)|[｜＆]/uy;
/** What ends a word: blanks, the stops of a sentence, and what begins another part. */
const WORD = /[^ ，。；！？“《》｜]+/uy;
const TOGETHER = /(?:同条|together) ?[：＝]? ?(?=（|“)/uy;
const UNWANTED = /(?:同义|synonyms?)[：＝]([^ ，。；（）“｜]+)/uy;
const EDGE_SIGNS = /^[、·…：—‘）》]+|[、·…：—‘（《]+$/gu;
const DEEPEST = 12;
/** So many single characters between blanks are no words. */
const LETTER_SPACED = 5;
/** Each part is a question to the index: a pasted page must not keep it busy for seconds. */
const MOST_PARTS = 40;

/** The tree of a query; `加装电梯 -"征求意见"` gives all of a word and a phrase that must not occur. */
export function parseQuery(typed: string, knowledge: QueryKnowledge): ParsedQuery {
  const text = closeUp(typed);
  // Line breaks are blanks here; the length stays, so that spans fit the text as typed.
  const folded = foldText(text.replace(/\s/g, ' '));
  const parser = new Parser(text, folded, knowledge);
  const root = parser.readAny(0);
  const plain = withSynonyms(simplify(root), parser.choices);
  return {
    text,
    root: plain === null ? null : understand(plain, text, knowledge),
    plain,
    choices: parser.choices,
    notes: [...parser.notes],
  };
}

/** 济 政 发 〔 2 0 2 1 〕 1 2 号, letter-spaced on its page, is one run; a few single characters are words. */
function closeUp(text: string): string {
  const pieces = text.trim().split(/\s+/);
  const spread = pieces.length >= LETTER_SPACED && pieces.every((piece) => [...piece].length === 1);
  return spread ? pieces.join('') : text;
}

class Parser {
  private readonly text: string;
  private readonly folded: string;
  private readonly knowledge: QueryKnowledge;
  private at = 0;
  private parts = 0;
  readonly notes = new Set<ParsedQuery['notes'][number]>();
  readonly choices: WrittenChoice[] = [];

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
      const from = this.at;
      const operator = this.readOperator();
      if (operator === 'or') endRow();
      if (operator === 'or' || operator === 'and' || this.at >= this.folded.length) continue;
      const part = this.readSigned(depth, operator === 'not', from);
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
    if (match[0] === 'not' || match[0].startsWith('不')) return 'not';
    return match[0] === 'and' || match[0].startsWith('＆') ? 'and' : 'or';
  }

  private readSigned(depth: number, negated: boolean, start: number): QueryNode | null {
    const minus = this.folded[this.at] === '—';
    if (minus) {
      while (this.folded[this.at] === '—') this.at += 1;
      if (this.at >= this.folded.length || this.folded[this.at] === ' ') return null;
    }
    const skip = negated && this.skipSigns(depth);
    if (!skip && this.takeChoice(depth, minus || negated, start)) return null;
    const part = skip ? null : this.readPart(depth);
    if (part === null || !(minus || negated)) return part;
    return { kind: 'without', part, span: { start, end: this.at } };
  }

  /** Outside brackets a choice is none of the words: it is kept apart and holds for the whole query. */
  private takeChoice(depth: number, negated: boolean, start: number): boolean {
    if (negated && this.takeUnwantedSynonym(start)) return true;
    const choice = depth > 0 ? null : readChoice(this.text, this.folded, this.at);
    const [first] = choice?.values ?? [];
    if (choice === null || first === undefined) return false;
    const facet = first.name in FACET_CHOICES;
    if (negated && !facet) return false;
    this.at = choice.span.end;
    const span = { start, end: this.at };
    if (negated) this.choices.push({ name: 'not', value: `${first.name}:${first.value}`, span });
    else this.choices.push(...choice.values.map((one) => ({ ...one, span })));
    return true;
  }

  /** -同义:增设电梯 */
  private takeUnwantedSynonym(start: number): boolean {
    UNWANTED.lastIndex = this.at;
    const match = UNWANTED.exec(this.folded);
    if (match === null) return false;
    this.at += match[0].length;
    const value = this.text.slice(this.at - (match[1] ?? '').length, this.at);
    this.choices.push({ name: 'without-synonym', value, span: { start, end: this.at } });
    return true;
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
    return this.readTogether(depth) ?? this.readExact(depth) ?? this.readField() ?? this.readFound() ?? this.readWord();
  }

  /** 同条(增设电梯 业主) */
  private readTogether(depth: number): QueryNode | null {
    const start = this.at;
    TOGETHER.lastIndex = start;
    const match = TOGETHER.exec(this.folded);
    if (match === null) return null;
    this.at = start + match[0].length;
    const part = this.folded[this.at] === '（' ? this.readGroup(depth) : this.readQuoted('“');
    if (part === null) return null;
    return { kind: 'together', part, span: { start, end: this.at } };
  }

  /** 机关=某某局 inside brackets, where it is a part like others. */
  private readExact(depth: number): QueryNode | null {
    const choice = depth > 0 ? readChoice(this.text, this.folded, this.at) : null;
    const [value] = choice?.values ?? [];
    if (choice === null || value === undefined || !(value.name in FACET_CHOICES)) return null;
    this.at = choice.span.end;
    const field = value.name as FilterLeaf['field'];
    return {
      kind: 'filter',
      field,
      value: value.value,
      until: null,
      exact: true,
      understood: false,
      span: choice.span,
    };
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
    const article = readArticleBehind(this.folded, end);
    if (article === null) return this.textLeaf('title', [title], start);
    this.at = article.end;
    return articleLeaf({ title, label: article.label, year: null }, { start, end: this.at }, this.text);
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

/** The tree without the expansions that the query does not want: 同义:否, -同义:增设电梯. */
function withSynonyms(root: QueryNode | null, choices: readonly WrittenChoice[]): QueryNode | null {
  const unwanted = new Set(choices.flatMap(({ name, value }) => (name === 'without-synonym' ? [value] : [])));
  const none = choices.some(({ name, value }) => name === 'synonyms' && value === 'off');
  if (root === null || (unwanted.size === 0 && !none)) return root;
  return mapLeaves(root, (leaf) =>
    leaf.kind === 'text'
      ? { ...leaf, synonyms: none ? [] : leaf.synonyms.filter((word) => !unwanted.has(word)) }
      : leaf,
  );
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
