/** Which values of a facet are to be seen. */
import { expect, it } from 'vitest';
import { shownValues } from '../../../../renderer/features/search/facet-values.ts';

const many = Array.from({ length: 300 }, (_, index) => ({
  value: `机关${index}`,
  label: `机关${index}`,
  count: 300 - index,
}));
const options = { values: many, chosen: [], looked: '', nameOf: ({ label }: { label: string }) => label, limit: 8 };

it('shows the first, and says how many more there are', () => {
  const { shown, hidden } = shownValues(options);
  expect(shown.map(({ value }) => value)).toEqual(many.slice(0, 8).map(({ value }) => value));
  expect(hidden).toBe(292);
});

it('shows all when asked', () => {
  expect(shownValues({ ...options, limit: null })).toEqual({ shown: many, hidden: 0 });
});

it('finds the 299th by its name, with its count', () => {
  expect(shownValues({ ...options, looked: '机关298' }).shown).toEqual([
    { value: '机关298', label: '机关298', count: 2 },
  ]);
});

it('keeps what is chosen in view, wherever it stands and even when nothing has it', () => {
  const { shown } = shownValues({ ...options, chosen: ['机关200', '没有的机关'] });
  expect(shown).toHaveLength(10);
  expect(shown[0]).toEqual({ value: '没有的机关', label: '没有的机关', count: 0 });
  expect(shown.at(-1)?.value).toBe('机关200');
});

it('shows nothing of nothing', () => {
  expect(shownValues({ ...options, values: [] })).toEqual({ shown: [], hidden: 0 });
});
