/** Every condition of a search is named, and can be taken away alone. */
import { describe, expect, it } from 'vitest';
import { chosenConditions } from '../../../../renderer/features/search/conditions.ts';
import { nameOfValue } from '../../../../renderer/features/search/facet-name.ts';
import { NO_SEARCH, readSearch } from '../../../../renderer/features/search/search-state.ts';
import { WORDS } from '../../../../renderer/words/words.ts';

const words = WORDS.zh;
const nameOf = nameOfValue(words, (id) => (id === 'i1' ? '某某市人民政府公报 2020年第18期' : id));
const wording = { words, nameOf, day: (iso: string) => `<${iso}>` };
const conditionsOf = (address: string) => chosenConditions(readSearch(new URLSearchParams(address)), wording);

describe('the conditions', () => {
  it('stand in the order of the facets, in the words of the reader', () => {
    const address = 'q=电梯&to=2021-01-01&validity=expired&issuer=&issue=i1&not=type:意见&from=2020-01-01';
    expect(conditionsOf(address).map(({ facet, value, excluded }) => [facet, value, excluded])).toEqual([
      ['发文机关', '未注明', false],
      ['时效', '期满失效', false],
      ['公报期', '某某市人民政府公报 2020年第18期', false],
      ['文种', '意见', true],
      ['起始日期', '<2020-01-01>', false],
      ['截止日期', '<2021-01-01>', false],
    ]);
  });

  it('leave, each without the others, nothing in the end but the words', () => {
    let state = readSearch(new URLSearchParams('q=电梯&year=2020&year=2017&not=topic:其他&from=2020-01-01'));
    for (let left = 4; left > 0; left -= 1) {
      const conditions = chosenConditions(state, wording);
      expect(conditions).toHaveLength(left);
      state = conditions[0]?.without ?? state;
    }
    expect(state).toEqual({ ...NO_SEARCH, q: '电梯' });
  });

  it('are none when nothing is chosen', () => {
    expect(conditionsOf('q=电梯&sort=newest')).toEqual([]);
  });
});
