/** Tells the user how the query was understood: one chip for each part, and the query as it would be without that part. */
import { FACET_CHOICES, writeValue } from './choices.ts';
import type { FilterLeaf, ParsedQuery, QueryNode } from './tree.ts';

export interface Chip {
  readonly kind:
    | 'word'
    | 'phrase'
    | 'without'
    | 'any'
    | 'number'
    | 'registration'
    | 'title'
    | 'issue'
    | 'date'
    | 'field'
    | 'synonym'
    | 'clause'
    | 'setting';
  readonly text: string;
  readonly without: string;
  /** The query with this part read as plain words, where it was understood as something else. */
  readonly literal: string | null;
}

const FACETS = ['issuer', 'year', 'topic', 'type', 'validity', 'issue', 'not'];

export function chipsOf(query: ParsedQuery): Chip[] {
  const parts = query.root === null ? [] : partsOf(query.root).flatMap((part) => chipsOfPart(query.text, part));
  return [...parts, ...choiceChips(query)];
}

const partsOf = (node: QueryNode): readonly QueryNode[] => (node.kind === 'all' ? node.parts.flatMap(partsOf) : [node]);

/** One chip for what was written once: 日期:2020-01-01..2020-12-31 is two parameters. */
function choiceChips({ text, choices }: ParsedQuery): Chip[] {
  const distinct = choices.filter(({ span }, i) => choices.findIndex((one) => one.span.start === span.start) === i);
  return distinct.map(({ name, span: { start, end } }) => ({
    kind: FACETS.includes(name) ? 'field' : 'setting',
    text: text.slice(start, end).trim(),
    without: cut(text, start, end, ''),
    literal: null,
  }));
}

function chipsOfPart(text: string, node: QueryNode): Chip[] {
  const { start, end } = node.span;
  const typed = text.slice(start, end).trim();
  const chip: Chip = {
    kind: kindOf(node),
    text: wordChip(node, typed),
    without: cut(text, start, end, ''),
    literal: mayBeWords(node) ? cut(text, start, end, ` "${typed.replaceAll('"', ' ')}" `) : null,
  };
  if (node.kind !== 'text') return [chip];
  const expansions = node.synonyms.map((word) => ({
    kind: 'synonym' as const,
    text: `${typed} ≈ ${word}`,
    without: `${text.trim()} -同义:${word}`,
    literal: null,
  }));
  return [chip, ...expansions];
}

function mayBeWords(node: QueryNode): boolean {
  if (node.kind === 'filter') return node.understood;
  return node.kind === 'date' || node.kind === 'issue' || (node.kind === 'article' && node.title !== null);
}

function kindOf(node: QueryNode): Chip['kind'] {
  switch (node.kind) {
    case 'text':
      return node.form;
    case 'filter':
      return 'field';
    case 'article':
    case 'together':
      return 'clause';
    case 'all':
      return 'word';
    default:
      return node.kind;
  }
}

const NAMES: Readonly<Partial<Record<FilterLeaf['field'], string>>> = {
  issuer: '机关',
  type: '文种',
  year: '年',
  validity: '时效',
};

function wordChip(node: QueryNode, typed: string): string {
  if (node.kind === 'number') return node.numbers.join(' 或 ');
  if (node.kind === 'filter' && node.understood) return `${NAMES[node.field] ?? ''}：${valueIn(node)}`;
  if (node.kind === 'text' && (node.form === 'phrase' || node.form === 'registration')) return node.phrases[0] ?? typed;
  return typed;
}

const valueIn = ({ field, value }: FilterLeaf): string => {
  const choice = FACET_CHOICES[field];
  return choice?.words === undefined ? value : writeValue(choice, value);
};

/** Puts something else, or nothing, in the place of a part; operators that lost their fellow go with it. */
function cut(text: string, start: number, end: number, instead: string): string {
  const left = `${text.slice(0, start)} ${instead}`;
  return `${left} ${text.slice(end)}`
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/^ ?(?:(?:OR|AND|\||｜|或者) )+| (?:OR|AND|NOT|\||｜|或者|不包?含) ?$/g, '')
    .trim();
}
