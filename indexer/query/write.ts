/** Writes a request as a query that asks the same when typed: choices and settings first, then the words. Reading it back gives the request. */
import { type ChoiceField, FACET_CHOICES, SETTINGS, writeValue } from './choices.ts';
import { NO_KNOWLEDGE } from './knowledge.ts';
import { parseQuery } from './parse.ts';
import type { ParsedQuery } from './tree.ts';

/** What can be asked for in writing; names are those of the request. */
export interface QueryParts {
  readonly q: string;
  readonly issuer: readonly string[];
  readonly year: readonly string[];
  readonly topic: readonly string[];
  readonly type: readonly string[];
  readonly validity: readonly string[];
  readonly issue: readonly string[];
  /** `issuer:某某局` */
  readonly not: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly dateBy: string;
  readonly asOf?: string | undefined;
  readonly unit: string;
  readonly sort: string;
  readonly synonyms: string;
  readonly preferInForce: string;
}

export const DEFAULT_PARTS: QueryParts = {
  q: '',
  issuer: [],
  year: [],
  topic: [],
  type: [],
  validity: [],
  issue: [],
  not: [],
  dateBy: 'written',
  unit: 'document',
  sort: 'relevance',
  synonyms: 'on',
  preferInForce: 'on',
};

const NAMES: Readonly<Record<string, string>> = {
  issuer: '机关',
  year: '年',
  topic: '主题',
  type: '文种',
  validity: '时效',
  issue: '期',
  sort: '排序',
  unit: '单位',
  dateBy: '日期按',
  asOf: '截至',
  synonyms: '同义',
  preferInForce: '有效优先',
};
const FACET_NAMES = Object.keys(FACET_CHOICES) as (keyof typeof FACET_CHOICES &
  ('issuer' | 'year' | 'topic' | 'type' | 'validity' | 'issue'))[];
const SETTING_NAMES = Object.keys(SETTINGS) as ('sort' | 'unit' | 'dateBy' | 'asOf' | 'synonyms' | 'preferInForce')[];

/** `{ q: '电梯', issuer: ['某某局'], sort: 'newest' }` gives `机关=某某局 排序:最新 电梯`. What is as usual is not written. */
export function writeQuery(parts: QueryParts): string {
  const written: string[] = [];
  for (const facet of FACET_NAMES) for (const value of parts[facet]) written.push(writeChoice(facet, value));
  for (const not of parts.not) {
    const at = not.indexOf(':');
    const facet = not.slice(0, at);
    if (facet in FACET_CHOICES) written.push(`-${writeChoice(facet, not.slice(at + 1))}`);
  }
  if (parts.from !== undefined || parts.to !== undefined) written.push(`日期:${parts.from ?? ''}..${parts.to ?? ''}`);
  for (const name of SETTING_NAMES) {
    const value = parts[name];
    if (value !== undefined && value !== DEFAULT_PARTS[name])
      written.push(`${NAMES[name]}:${writeValue(SETTINGS[name] as ChoiceField, value)}`);
  }
  return [...written, parts.q.trim()].filter((part) => part !== '').join(' ');
}

function writeChoice(facet: string, value: string): string {
  return `${NAMES[facet]}=${writeValue(FACET_CHOICES[facet] ?? { parameter: facet }, value)}`;
}

/** The request that a query is when its choices are taken out of the words. */
export function readQuery(text: string): QueryParts {
  return withChoices({ ...DEFAULT_PARTS, q: text.trim() }, parseQuery(text, NO_KNOWLEDGE));
}

/** A request with the choices that its query writes; `q` is left with the words. A setting that is written counts before the parameter. */
export function withChoices<T extends QueryParts>(request: T, query: ParsedQuery): T {
  if (query.choices.length === 0) return request;
  const lists: Record<string, string[]> = {};
  const single: Record<string, string> = {};
  for (const { name, value } of query.choices) {
    if (name === 'without-synonym') continue;
    if (name === 'not' || name in FACET_CHOICES) {
      lists[name] ??= [...request[name as 'not']];
      if (!lists[name].includes(value)) lists[name].push(value);
    } else {
      single[name] = value;
    }
  }
  return { ...request, ...lists, ...single, q: wordsOf(query) };
}

/** The text of a query without its choices; what excludes a synonym stays, because it is said of the words. */
export function wordsOf({ text, choices }: ParsedQuery): string {
  let words = '';
  let at = 0;
  for (const { name, span } of choices) {
    if (name === 'without-synonym' || span.start < at) continue;
    words += text.slice(at, span.start);
    at = span.end;
  }
  return (words + text.slice(at)).trim();
}
