/** What a query says, as a tree. The parser builds it, the search answers it; it knows no engine. */
import type { Span } from '../model.ts';

/** A run of characters to be found as written; `phrases` holds every writing that counts (第6条 also as 第六条), the typed one first. */
export interface TextLeaf {
  readonly kind: 'text';
  readonly form: 'word' | 'phrase' | 'registration' | 'title' | 'field';
  readonly phrases: readonly string[];
  /** Words of the same meaning, none for what stands in quotes. */
  readonly synonyms: readonly string[];
  /** A phrase whose quotes stand inside a sentence (实现“以房养老”的): the writer's quotes rather than an order to search. */
  readonly glued?: boolean;
  /** Where to look: everywhere, in titles or in texts only. */
  readonly column: 'title' | 'text' | null;
  readonly span: Span;
}

/** 发文字号: the document itself and those that name it. More than one number where initials fit several codes. */
export interface NumberLeaf {
  readonly kind: 'number';
  readonly numbers: readonly string[];
  readonly span: Span;
}

/** 2020年第18期 of a gazette: the documents in it. Null where the query leaves a part open. */
export interface IssueLeaf {
  readonly kind: 'issue';
  readonly publication: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly totalNumber: number | null;
  readonly phrase: string;
  readonly span: Span;
}

/** A day, a month or a year: documents written or in force from then (or that expire then), and texts that name it. */
export interface DateLeaf {
  readonly kind: 'date';
  readonly of: 'begin' | 'expiry';
  readonly from: string;
  readonly to: string;
  readonly phrases: readonly string[];
  readonly span: Span;
}

/** 机关: 文种: 主题: 年: 字号: 时效: */
export interface FilterLeaf {
  readonly kind: 'filter';
  readonly field: 'issuer' | 'type' | 'topic' | 'year' | 'number' | 'addressee' | 'validity' | 'issue';
  /** Part of the value, the whole value where `exact`, or for years `2019` and `2021` as bounds. */
  readonly value: string;
  readonly until: string | null;
  readonly exact: boolean;
  /** Understood from plain words (济南市人民政府 通知), which may be read as words again. */
  readonly understood: boolean;
  readonly span: Span;
}

/** 电梯办法第六条, 条:6: that article of the documents of this title (of all, when null), and texts that say the same. */
export interface ArticleLeaf {
  readonly kind: 'article';
  readonly title: string | null;
  /** 第六条 */
  readonly label: string;
  /** Of the text of this year, where the library has several. */
  readonly year: number | null;
  readonly phrases: readonly string[];
  readonly span: Span;
}

export type QueryLeaf = TextLeaf | NumberLeaf | IssueLeaf | DateLeaf | FilterLeaf | ArticleLeaf;

export type QueryNode =
  | QueryLeaf
  | { readonly kind: 'all'; readonly parts: readonly QueryNode[]; readonly span: Span }
  | { readonly kind: 'any'; readonly parts: readonly QueryNode[]; readonly span: Span }
  /** 同条(…): all of it in one clause. */
  | { readonly kind: 'together'; readonly part: QueryNode; readonly span: Span }
  | { readonly kind: 'without'; readonly part: QueryNode; readonly span: Span };

/** What is written for the whole query rather than searched for: 机关=某某局, 排序:最新. */
export interface WrittenChoice {
  /** Name of the request parameter; `not` for a value that must not occur, `without-synonym` for an expansion not wanted. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

export interface ParsedQuery {
  readonly text: string;
  /** Null when the query asks for nothing: then everything is shown. */
  readonly root: QueryNode | null;
  /** The same with nothing but the words, where `root` reads some of them as issuer, kind or date. */
  readonly plain: QueryNode | null;
  readonly choices: readonly WrittenChoice[];
  readonly notes: readonly ('lone-quote' | 'lone-bracket' | 'too-long')[];
}

/** The leaves that must or may occur, without those behind a minus; in the order of the query. */
export function positiveLeaves(node: QueryNode | null): QueryLeaf[] {
  if (node === null || node.kind === 'without') return [];
  if (node.kind === 'together') return positiveLeaves(node.part);
  if (node.kind === 'all' || node.kind === 'any') return node.parts.flatMap(positiveLeaves);
  return [node];
}

/** The tree with every leaf replaced by what `change` makes of it. */
export function mapLeaves(node: QueryNode, change: (leaf: QueryLeaf) => QueryNode): QueryNode {
  if (node.kind === 'without' || node.kind === 'together') return { ...node, part: mapLeaves(node.part, change) };
  if (node.kind === 'all' || node.kind === 'any')
    return { ...node, parts: node.parts.map((part) => mapLeaves(part, change)) };
  return change(node);
}
