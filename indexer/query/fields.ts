/** The fields that a query may name, in Chinese and English, and what a value in each of them asks for. */
import type { Span } from '../model.ts';
import { foldText } from '../text/fold.ts';
import { articleLabelOf, readIssue } from './entities.ts';
import type { QueryNode } from './tree.ts';
import { writingsOf } from './writings.ts';

const FIELDS: Readonly<Record<string, string>> = {
  标题: 'title',
  正文: 'text',
  全文: 'text',
  字号: 'number',
  文号: 'number',
  发文字号: 'number',
  机关: 'issuer',
  发文机关: 'issuer',
  主送: 'addressee',
  主送机关: 'addressee',
  文种: 'type',
  主题: 'topic',
  年: 'year',
  年份: 'year',
  期: 'issue',
  公报期: 'issue',
  条: 'article',
  条款: 'article',
  时效: 'validity',
  效力: 'validity',
  日期: 'days',
  日期按: 'dateBy',
  截至: 'asOf',
  排序: 'sort',
  单位: 'unit',
  同义: 'synonyms',
  有效优先: 'preferInForce',
  同条: 'together',
  title: 'title',
  text: 'text',
  body: 'text',
  number: 'number',
  issuer: 'issuer',
  addressee: 'addressee',
  type: 'type',
  topic: 'topic',
  year: 'year',
  issue: 'issue',
  article: 'article',
  validity: 'validity',
  date: 'days',
  dateby: 'dateBy',
  asof: 'asOf',
  sort: 'sort',
  unit: 'unit',
  synonyms: 'synonyms',
  synonym: 'synonyms',
  inforcefirst: 'preferInForce',
  together: 'together',
};

/** Longest first, so that 发文字号 is not read as 字号. */
export const FIELD_NAMES: readonly string[] = Object.keys(FIELDS).sort((a, b) => b.length - a.length);

/** 发文机关 gives issuer. */
export function fieldNamed(name: string): string {
  return FIELDS[name] ?? 'text';
}

/** 年:2019-2021 asks for years, 标题:电梯 for titles. Null when the value fits no such field: then it is a word. */
export function fieldLeaf(field: string, value: string, span: Span): QueryNode | null {
  switch (field) {
    case 'title':
    case 'text':
      return { kind: 'text', form: 'field', phrases: writingsOf(value), synonyms: [], column: field, span };
    case 'article': {
      const label = articleLabelOf(foldText(value));
      return label === null ? null : { kind: 'article', title: null, label, year: null, phrases: [], span };
    }
    case 'year':
      return yearLeaf(value, span);
    case 'issue': {
      const issue = readIssue(foldText(/^\d+$/.test(value) ? `第${value}期` : value), 0);
      return issue === null ? null : { ...issue, span };
    }
    case 'issuer':
    case 'type':
    case 'topic':
    case 'number':
    case 'addressee':
      return { kind: 'filter', field, value, until: null, exact: false, understood: false, span };
    default:
      return null;
  }
}

function yearLeaf(value: string, span: Span): QueryNode | null {
  const [from = '', until = null] = value
    .split(/\.\.|[-—–~～至到]+/)
    .map((year) => /\d{4}/.exec(foldText(year))?.[0] ?? '');
  if (from === '' && !until) return null;
  return { kind: 'filter', field: 'year', value: from, until, exact: false, understood: false, span };
}
