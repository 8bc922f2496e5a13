/** The form says nothing that the box could not: its query is understood in the same way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_KNOWLEDGE } from '../../../../indexer/query/knowledge.ts';
import { parseQuery } from '../../../../indexer/query/parse.ts';
import type { QueryNode } from '../../../../indexer/query/tree.ts';
import { type AdvancedForm, composeQuery, EMPTY_FORM } from '../../../../renderer/features/search/advanced-query.ts';

describe('composeQuery', () => {
  it.each<readonly [Partial<AdvancedForm>, string]>([
    [{}, ''],
    [{ all: ' 电梯 资金 ' }, '电梯 资金'],
    [{ phrase: '既有住宅“增设”电梯' }, '"既有住宅增设电梯"'],
    [{ any: '加装' }, '加装'],
    [{ any: '加装、增设' }, '(加装 | 增设)'],
    [{ none: '征求意见 "试 行"' }, '-征求意见 -"试 行"'],
    [{ clause: '电梯 补贴' }, '同条(电梯 补贴)'],
    [{ title: '增设电梯', number: '济政办发〔2020〕25号' }, '标题:增设电梯 字号:济政办发〔2020〕25号'],
    [{ title: '增设 电梯' }, '标题:"增设 电梯"'],
    [{ article: '6', issue: '2020年第18期' }, '条:6 期:2020年第18期'],
    [{ yearFrom: '2019', yearTo: '2021' }, '年:2019-2021'],
    [{ yearFrom: '2019' }, '年:2019-'],
    [{ yearTo: '2021' }, '年:-2021'],
    [{ yearFrom: '2020', yearTo: '2020' }, '年:2020'],
  ])('%j', (form, query) => {
    expect(composeQuery({ ...EMPTY_FORM, ...form })).toBe(query);
  });

  it('writes parts that are all understood, one by one', () => {
    const word = fc.constantFrom('电梯', '补贴', '加装', '增设', '资金');
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(words, words, words, word, (all, any, none, title) => {
        const text = composeQuery({ ...EMPTY_FORM, all, any, none, title });
        const leaves: string[] = [];
        collect(parseQuery(text, NO_KNOWLEDGE).root, leaves);
        expect(leaves).toEqual([...all.split(' '), ...any.split(' '), ...none.split(' '), title]);
      }),
    );
  });
});

function collect(node: QueryNode | null, leaves: string[]): void {
  if (node === null) return;
  if ('parts' in node) for (const part of node.parts) collect(part, leaves);
  else if ('part' in node) collect(node.part, leaves);
  else if (node.kind === 'text') leaves.push(node.phrases[0] ?? '');
}
