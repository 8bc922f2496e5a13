/**
 * Reads words that together describe a document as what they are: 某某市人民政府 通知 2021年6月 means issuer, kind and month. One such
 * word alone stays a word, because 通知 in a text may be what is sought; a year or a span of years beside other words is a date,
 * or stands in the text. Each is shown as a chip that takes it back.
 */

import { foldText } from '../text/fold.ts';
import { readDate } from './entities.ts';
import type { QueryKnowledge } from './knowledge.ts';
import type { DateLeaf, FilterLeaf, QueryNode, TextLeaf } from './tree.ts';

const ONE_YEAR = '((?:19|20)\\d\\d)';
const YEAR = new RegExp(`^${ONE_YEAR}年?度?$`);
/** 2019-2021年, 2017年至2020年, 2020年以后, 2018年以前, 2021年上半年 */
const YEARS = new RegExp(`^${ONE_YEAR}年?(?:—|至|到|～|~)${ONE_YEAR}年?$`);
const SINCE = new RegExp(`^${ONE_YEAR}年?(?:以后|以来|之后|至今|起)$`);
const UNTIL = new RegExp(`^${ONE_YEAR}年?(?:以前|之前)$`);
const HALF = new RegExp(`^${ONE_YEAR}年(上|下)半年$`);
/** What is said of a document and hardly ever in one. */
const VALIDITIES: Readonly<Record<string, string>> = {
  现行有效: 'in-force',
  现行: 'in-force',
  尚未施行: 'not-yet',
  已失效: 'expired',
  已过期: 'expired',
  已废止: 'repealed',
};
const SAID_OF = new RegExp(`^(${Object.keys(VALIDITIES).join('|')})的(.+)$`, 'u');

/** The tree with what was understood in the place of the words. */
export function understand(root: QueryNode, text: string, knowledge: QueryKnowledge): QueryNode {
  const parts =
    root.kind === 'all' ? root.parts.flatMap((part) => takeApart(part, knowledge)) : takeApart(root, knowledge);
  const read = parts.map((part) => describing(part, knowledge));
  const kinds = new Set(read.flatMap((leaf) => (leaf === null ? [] : [kindOf(leaf)])));
  if (text.length > 200 || (root.kind !== 'all' && parts.length < 2)) return root;
  const understood = parts.map((part, i) => (kinds.size < 2 ? besideWords(part) : read[i]) ?? part);
  return understood.every((part, i) => part === parts[i]) ? root : { kind: 'all', parts: understood, span: root.span };
}

/** A date that the texts may name instead, and what is only said of documents; null for all else. */
function besideWords(part: QueryNode): FilterLeaf | DateLeaf | null {
  if (part.kind !== 'text' || part.form !== 'word') return null;
  const validity = validityOf(part);
  if (validity !== null) return validity;
  const word = part.phrases[0] ?? '';
  // 2020 alone may be a number of anything.
  const days = word.includes('年') ? daysOf(word) : null;
  return days === null ? null : { kind: 'date', of: 'begin', ...days, phrases: part.phrases, span: part.span };
}

function validityOf({ phrases, span }: TextLeaf): FilterLeaf | null {
  const value = VALIDITIES[phrases[0] ?? ''];
  if (value === undefined) return null;
  return { kind: 'filter', field: 'validity', value, until: null, exact: true, understood: true, span };
}

/** 2019-2021年 as its first and last day; null for what names no years. */
function daysOf(word: string): { from: string; to: string } | null {
  const folded = foldText(word);
  const days = (from: string | undefined, to: string | undefined) => ({
    from: `${from ?? '0001'}-01-01`,
    to: `${to ?? '9999'}-12-31`,
  });
  const years = YEARS.exec(folded);
  if (years !== null) return days(years[1], years[2]);
  const half = HALF.exec(folded);
  if (half !== null)
    return half[2] === '上'
      ? { from: `${half[1]}-01-01`, to: `${half[1]}-06-30` }
      : { from: `${half[1]}-07-01`, to: `${half[1]}-12-31` };
  const since = SINCE.exec(folded);
  if (since !== null) return days(since[1], undefined);
  const until = UNTIL.exec(folded);
  if (until !== null) return days(undefined, until[1]);
  const year = YEAR.exec(folded);
  return year === null ? null : days(year[1], year[1]);
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
  if (year !== null) return { ...filter, field: 'year', value: year[1] ?? '', exact: false };
  const days = daysOf(word);
  return days === null ? validityOf(part) : { kind: 'date', of: 'begin', ...days, phrases: [], span: part.span };
}

/** 某某市人民政府办公厅2021年6月通知, typed without blanks, as its three parts; anything else as it is. */
function takeApart(part: QueryNode, knowledge: QueryKnowledge): readonly QueryNode[] {
  if (part.kind !== 'text' || part.form !== 'word') return [part];
  const word = part.phrases[0] ?? '';
  const said = SAID_OF.exec(word);
  if (said !== null) {
    const behind = part.span.start + `${said[1]}的`.length;
    return [
      { ...part, phrases: [said[1] ?? ''], synonyms: [], span: { start: part.span.start, end: behind } },
      { ...part, phrases: [said[2] ?? ''], synonyms: [], span: { start: behind, end: part.span.end } },
    ];
  }
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
