/** Reads a choice or a setting where it stands in a query: 机关="某某市 一局", 日期:2020-01-01..2020-12-31, 排序:最新. */
import type { Span } from '../model.ts';
import { choiceValue, FACET_CHOICES, readSpanOfDays, SETTINGS } from './choices.ts';
import { FIELD_NAMES, fieldNamed } from './fields.ts';

export interface ReadChoice {
  readonly field: string;
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly span: Span;
}

const NAME = new RegExp(`(${FIELD_NAMES.join('|')})([：＝])`, 'uy');
/** What is typed between quotes (two for one inside), or up to a blank, a bracket or a bar. */
const VALUE = /"((?:[^"]|"")*)"|[“”„「『＂]([^“”„」』＂]*)[“”」』＂]|([^\s"“”|｜()（）]+(?:（[^\s）]*）)?)/uy;

/** Null when nothing of the kind stands here, or its value is none that the field knows: then it is a word. */
export function readChoice(text: string, folded: string, at: number): ReadChoice | null {
  NAME.lastIndex = at;
  const named = NAME.exec(folded);
  if (named === null) return null;
  const field = fieldNamed(named[1] ?? '');
  VALUE.lastIndex = at + named[0].length;
  const match = VALUE.exec(text);
  if (match === null) return null;
  const written = (match[1]?.replaceAll('""', '"') ?? match[2] ?? match[3] ?? '').normalize();
  const values = valuesOf(field, named[2] === '＝', written, match[3] === undefined);
  return values === null ? null : { field, values, span: { start: at, end: VALUE.lastIndex } };
}

function valuesOf(field: string, equals: boolean, written: string, quoted: boolean): ReadChoice['values'] | null {
  // 时效 has no parts of values to look for, so that its colon is as good as =.
  const facet = equals || field === 'validity' ? FACET_CHOICES[field] : undefined;
  const setting = equals ? undefined : SETTINGS[field];
  const known = facet ?? setting;
  if (known !== undefined) {
    const value = choiceValue(known, written, quoted);
    return value === null ? null : [{ name: known.parameter, value }];
  }
  const days = field === 'days' ? readSpanOfDays(written) : null;
  if (days === null) return null;
  return [
    ...(days.from === null ? [] : [{ name: 'from', value: days.from }]),
    ...(days.to === null ? [] : [{ name: 'to', value: days.to }]),
  ];
}
