import { expect, it } from 'vitest';
import { siblingsOf } from '../../../../renderer/features/search/siblings.ts';

it.each([
  ['某政办发〔2020〕25号', ['字号:某政办发', '2020'], ['字号:某政办发', undefined]],
  ['第26号', undefined, undefined],
  ['', undefined, undefined],
])('%s has siblings', (number, inYear, all) => {
  const [first, second] = siblingsOf(number).map(({ search }) => [search.q, search.year]);
  expect(first).toEqual(inYear);
  expect(second).toEqual(all);
});
