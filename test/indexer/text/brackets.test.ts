import { expect, it } from 'vitest';
import { openBrackets } from '../../../indexer/text/brackets.ts';

it.each([
  ['关于印发《济南', '《'],
  ['《关于〈中国制造', '《〈'],
  ['各部门（单位）：', ''],
  ['（见“附', '（“'],
  ['）已闭', ''],
])('%s leaves “%s” open', (text, open) => {
  expect(openBrackets(text)).toBe(open);
});
