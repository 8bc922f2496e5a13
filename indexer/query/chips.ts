/** Tells the user how the query was understood: one chip for each part, and the query as it would be without that part. */
import type { ParsedQuery, QueryNode } from './tree.ts';

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

export function chipsOf(query: ParsedQuery): Chip[] {
  return query.root === null ? [] : partsOf(query.root).flatMap((part) => chipsOfPart(query.text, part));
}

const partsOf = (node: QueryNode): readonly QueryNode[] => (node.kind === 'all' ? node.parts.flatMap(partsOf) : [node]);

function chipsOfPart(text: string, node: QueryNode): Chip[] {
  const { start, end } = node.span;
  const typed = text.slice(start, end).trim();
  const chip: Chip = {
    kind: kindOf(node),
    text: wordChip(node, typed),
    without: cut(text, start, end, ''),
    literal: null,
  };
  if (node.kind !== 'text' || node.synonyms.length === 0) return [chip];
  const exact = cut(text, start, end, ` "${typed}" `);
  return [chip, { kind: 'synonym', text: `${typed} ≈ ${node.synonyms.join('、')}`, without: exact, literal: null }];
}

function kindOf(node: QueryNode): Chip['kind'] {
  if (node.kind === 'text') return node.form;
  if (node.kind === 'filter') return 'field';
  return node.kind === 'all' ? 'word' : node.kind;
}

function wordChip(node: QueryNode, typed: string): string {
  if (node.kind === 'number') return node.numbers.join(' 或 ');
  if (node.kind === 'text' && (node.form === 'phrase' || node.form === 'registration')) return node.phrases[0] ?? typed;
  return typed;
}

/** Puts something else, or nothing, in the place of a part; operators that lost their fellow go with it. */
function cut(text: string, start: number, end: number, instead: string): string {
  const left = `${text.slice(0, start)} ${instead}`;
  return `${left} ${text.slice(end)}`
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/^ ?(?:(?:OR|AND|\||｜|或者) )+| (?:OR|AND|NOT|\||｜|或者) ?$/g, '')
    .trim();
}
