/**
 * Choices and settings that can be written into a query, each with its request parameter: 机关=某某局, 日期:2020-01-01..2020-12-31,
 * 排序:最新, -同义:增设电梯. Outside brackets they hold for the whole query. What writeQuery writes, the parser reads back.
 */

export interface ChoiceField {
  readonly parameter: string;
  /** Written words for values, the first of each row being the one that is written: 有效 for in-force. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

const ON_OFF = { on: ['是', 'on'], off: ['否', 'off'] } as const;

/** Chosen by `=`, as often as wanted: any of the values of one facet. */
export const FACET_CHOICES: Readonly<Record<string, ChoiceField>> = {
  issuer: { parameter: 'issuer' },
  year: { parameter: 'year' },
  topic: { parameter: 'topic' },
  type: { parameter: 'type' },
  issue: { parameter: 'issue' },
  validity: {
    parameter: 'validity',
    words: {
      'in-force': ['有效', '现行有效', 'in-force'],
      'not-yet': ['尚未施行', 'not-yet'],
      amended: ['已修改', 'amended'],
      'partly-repealed': ['部分失效', 'partly-repealed'],
      expired: ['期满失效', '已过期', 'expired'],
      repealed: ['已废止', '废止', 'repealed'],
      unknown: ['未核实', 'unknown'],
    },
  },
};

/** Said once, with a colon. */
export const SETTINGS: Readonly<Record<string, ChoiceField>> = {
  sort: {
    parameter: 'sort',
    words: {
      relevance: ['相关', 'relevance'],
      newest: ['最新', 'newest'],
      oldest: ['最早', 'oldest'],
    },
  },
  unit: { parameter: 'unit', words: { document: ['文件', 'document'], provision: ['条款', 'provision'] } },
  dateBy: {
    parameter: 'dateBy',
    words: { written: ['成文', 'written'], published: ['公布', 'published'], effective: ['施行', 'effective'] },
  },
  asOf: { parameter: 'asOf' },
  synonyms: { parameter: 'synonyms', words: ON_OFF },
  preferInForce: { parameter: 'preferInForce', words: ON_OFF },
};

/** What a document does not state: 年=未注明. In quotes it is a value like others. */
export const NOT_STATED = '未注明';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The value that is meant by what was written: 有效 gives in-force. Null when the field has no such value. */
export function choiceValue(field: ChoiceField, written: string, quoted: boolean): string | null {
  if (field.words === undefined) {
    if (field.parameter === 'asOf') return DAY.test(written) ? written : null;
    return !quoted && written === NOT_STATED ? '' : written;
  }
  const entry = Object.entries(field.words).find(([, words]) => words.includes(written.toLowerCase()));
  return entry?.[0] ?? null;
}

/** 2020-01-01..2020-12-31 as from and to; either may be left out. */
export function readSpanOfDays(written: string): { from: string | null; to: string | null } | null {
  const [from = '', to, more] = written.split('..');
  if (to === undefined || more !== undefined || (from === '' && to === '')) return null;
  if ((from !== '' && !DAY.test(from)) || (to !== '' && !DAY.test(to))) return null;
  return { from: from || null, to: to || null };
}

/** How a value is written: as it is, or in quotes when a blank or sign in it would end it. */
export function writeValue(field: ChoiceField, value: string): string {
  const word = field.words?.[value]?.[0];
  if (word !== undefined) return word;
  if (value === '') return NOT_STATED;
  if (value !== NOT_STATED && /^[\p{L}\p{N}]+(?:[、·-][\p{L}\p{N}]+)*$/u.test(value)) return value;
  return `"${value.replaceAll('"', '""')}"`;
}
