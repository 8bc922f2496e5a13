/**
 * Reads words that together describe a document as what they are: 某某市人民政府 通知 2021年6月 means issuer, kind and month. One such
 * word alone stays a word, because 通知 in a text may be what is sought. Each is shown as a chip that takes it back.
 */

import { foldText } from '../text/fold.ts';
import { readDate } from './entities.ts';
import type { QueryKnowledge } from './knowledge.ts';
import type { DateLeaf, FilterLeaf, QueryNode } from './tree.ts';

const YEAR = /^((?:19|20)\d\d)年?度?$/;

/** The tree with what was understood in the place of the words. */
export function understand(root: QueryNode, text: string, knowledge: QueryKnowledge): QueryNode {
  const parts =
    root.kind === 'all' ? root.parts.flatMap((part) => takeApart(part, knowledge)) : takeApart(root, knowledge);
  const read = parts.map((part) => describing(part, knowledge));
  const kinds = new Set(read.flatMap((leaf) => (leaf === null ? [] : [kindOf(leaf)])));
  if (kinds.size < 2 || text.length > 200) return root;
  const understood = parts.map((part, i) => read[i] ?? part);
  return { kind: 'all', parts: understood, span: root.span };
}

const kindOf = (leaf: FilterLeaf | DateLeaf): string =>
  leaf.kind === 'date' || leaf.field === 'year' ? 'date' : leaf.field;

function describing(part: QueryNode, knowledge: QueryKnowledge): FilterLeaf | DateLeaf | null {
  // A span is asked for as such; a single day may also be named in a text.
  if (part.kind === 'date' && part.of === 'begin') return part.from === part.to ? part : { ...part, phrases: [] };
  if (part.kind !== 'text' || part.form !== 'word') return null;
  const word = part.phrases[0] ?? '';
  const filter = { kind: 'filter', until: null, understood: true, span: part.span } as const;
  const issuer = knowledge.issuerNamed(word);
  if (issuer !== null) return { ...filter, field: 'issuer', value: issuer, exact: true };
  if (knowledge.knowsType(word)) return { ...filter, field: 'type', value: word, exact: true };
  const year = YEAR.exec(foldText(word));
  return year === null ? null : { ...filter, field: 'year', value: year[1] ?? '', exact: false };
}

/** 某某市人民政府办公厅2021年6月通知, typed without blanks, as its three parts; anything else as it is. */
function takeApart(part: QueryNode, knowledge: QueryKnowledge): readonly QueryNode[] {
  if (part.kind !== 'text' || part.form !== 'word') return [part];
  const word = part.phrases[0] ?? '';
  if (word.length > 40 || knowledge.issuerNamed(word) !== null) return [part];
  for (let end = word.length - 1; end >= 3; end -= 1) {
    if (knowledge.issuerNamed(word.slice(0, end)) === null) continue;
    const rest = partsBehind(word.slice(end), knowledge);
    if (rest === null) return [part];
    const leaf = (text: string): QueryNode => ({ ...part, phrases: [text], synonyms: [] });
    return [word.slice(0, end), ...rest].map((text) => {
      const date = readDate(foldText(text), 0);
      return date === null ? leaf(text) : { ...date, span: part.span };
    });
  }
  return [part];
}

/** 2021年6月通知 as 2021年6月 and 通知; null when anything else is in it. */
function partsBehind(rest: string, knowledge: QueryKnowledge): string[] | null {
  const match = /^((?:19|20)\d\d年(?:\d{1,2}月份?)?(?:\d{1,2}日)?)?的?(.*)$/u.exec(rest);
  const [date = '', type = ''] = [match?.[1], match?.[2]];
  if (date === '' && type === '') return null;
  if (type !== '' && !knowledge.knowsType(type)) return null;
  return [date, type].filter((text) => text !== '');
}
