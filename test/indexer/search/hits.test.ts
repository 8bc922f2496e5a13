/** What stands under a title where no word of the text was asked for. */
import { expect, it } from 'vitest';
import { SearchRequest } from '../../../indexer/contract.ts';
import { aLibrary } from '../../support/search-library.ts';

const PURPOSE = '第一条　为了规范物业管理活动，维护业主的合法权益，制定本条例。';

it.each([
  [['第一章　总则', PURPOSE], PURPOSE, 'a clause, not the heading above it'],
  [['第一编　总则', '第一章　一般规定', PURPOSE], PURPOSE, 'nor two headings'],
  [['现印发给你们。', '请执行。'], '现印发给你们。', 'a text of short lines by its first'],
  [[], '', 'nothing of an empty text'],
])('%j opens with %s', async (body, expected, why) => {
  const { search } = aLibrary([{ title: '某某条例', body }]);
  const { hits } = await search.search(SearchRequest.parse({ q: '标题:某某条例' }));
  expect(hits[0]?.passages[0]?.text, why).toBe(expected);
});
