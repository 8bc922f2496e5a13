/**
 * What is laid side by side: the clauses of a text in reading order. An article with its 款项 is one unit, a numbered point
 * with its followers one, a heading one, a row of a table one. Labels stand apart, so that a renumbered clause is not changed.
 */
import type { Provision, ProvisionKind } from '../model.ts';

export interface Unit {
  /** Place in reading order, from 0. */
  readonly index: number;
  readonly kind: ProvisionKind;
  /** 第六条; empty for an unlabelled paragraph. */
  readonly label: string;
  readonly path: string;
  /** Without the label; the paragraphs of the clause joined by \n. */
  readonly text: string;
  /** Ordinal of its first provision. */
  readonly ordinal: number;
}

export type ComparableProvision = Pick<Provision, 'ordinal' | 'kind' | 'label' | 'path' | 'text' | 'clause'>;

/** The units of a text; joined, label and text of each, they hold every provision exactly once. */
export function unitsOf(provisions: readonly ComparableProvision[]): Unit[] {
  const units: Unit[] = [];
  let clause = -1;
  for (const provision of provisions) {
    const last = units.at(-1);
    if (last !== undefined && provision.clause === clause && provision.kind !== 'table') {
      units[units.length - 1] = {
        ...last,
        text: last.text === '' ? provision.text : `${last.text}\n${provision.text}`,
      };
      continue;
    }
    clause = provision.clause;
    units.push(unitOf(provision, units.length));
  }
  return units;
}

function unitOf({ ordinal, kind, label, path, text }: ComparableProvision, index: number): Unit {
  const rest = label !== '' && text.startsWith(label) ? text.slice(label.length).replace(/^\s+/, '') : text;
  return { index, kind, label, path, text: rest, ordinal };
}

const CONTAINERS: ReadonlySet<ProvisionKind> = new Set(['title', 'part', 'subpart', 'chapter', 'section']);

/** Units of different families never correspond: a chapter's heading is no article. */
export function familyOf({ kind }: Unit): 'heading' | 'article' | 'row' | 'other' {
  if (CONTAINERS.has(kind)) return 'heading';
  if (kind === 'article') return 'article';
  return kind === 'table' ? 'row' : 'other';
}
