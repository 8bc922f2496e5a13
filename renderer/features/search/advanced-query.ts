/** The form of the advanced search as a query that could have been typed: what the form can say, the box can say. Pure. */

export interface AdvancedForm {
  /** Words or any query; all must occur. */
  readonly all: string;
  /** A run of characters, exactly as written. */
  readonly phrase: string;
  /** Words of which one is enough. */
  readonly any: string;
  /** Words that must not occur. */
  readonly none: string;
  /** Words that must stand in one clause. */
  readonly clause: string;
  readonly title: string;
  readonly number: string;
  /** 第几条 */
  readonly article: string;
  /** 2020年第18期, 总第328期 */
  readonly issue: string;
  readonly yearFrom: string;
  readonly yearTo: string;
}

export const EMPTY_FORM: AdvancedForm = {
  all: '',
  phrase: '',
  any: '',
  none: '',
  clause: '',
  title: '',
  number: '',
  article: '',
  issue: '',
  yearFrom: '',
  yearTo: '',
};

/** `{ all: '电梯', any: '加装 增设', none: '征求意见' }` gives 电梯 (加装 | 增设) -征求意见. */
export function composeQuery(form: AdvancedForm): string {
  const any = wordsOf(form.any);
  return [
    form.all.trim(),
    quoted(form.phrase),
    any.length > 1 ? `(${any.join(' | ')})` : any.join(''),
    ...wordsOf(form.none).map((word) => `-${word}`),
    wordsOf(form.clause).length > 0 ? `同条(${wordsOf(form.clause).join(' ')})` : '',
    field('标题', form.title),
    field('字号', form.number),
    field('条', form.article),
    field('期', form.issue),
    years(form.yearFrom.trim(), form.yearTo.trim()),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Blanks part words; quotes hold them together. */
function wordsOf(text: string): string[] {
  return text.match(/"[^"]*"|“[^”]*”|[^\s，、；,;]+/g)?.filter((word) => !/^["“”]*$/.test(word)) ?? [];
}

function quoted(text: string): string {
  const phrase = text.replace(/["“”「」]/g, '').trim();
  return phrase === '' ? '' : `"${phrase}"`;
}

function field(name: string, value: string): string {
  const text = value.trim();
  if (text === '') return '';
  return /\s/.test(text) ? `${name}:${quoted(text)}` : `${name}:${text}`;
}

function years(from: string, to: string): string {
  if (from === '' && to === '') return '';
  return from === to ? `年:${from}` : `年:${from}-${to}`;
}
