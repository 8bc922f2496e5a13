/** Finds values of a facet by part of their name or by the first letters of its pinyin. */
import { pinyin } from 'pinyin-pro';
import type { FacetRequest, FacetResponse, FacetValue } from '../contract.ts';
import { bareText } from '../text/fold.ts';

export function findValues(values: readonly FacetValue[], { filter, offset, limit }: FacetRequest): FacetResponse {
  const sought = bareText(filter);
  const found = sought === '' ? values : values.filter(({ label }) => isCalled(label, sought));
  return { total: found.length, values: found.slice(offset, offset + limit) };
}

function isCalled(label: string, sought: string): boolean {
  const name = bareText(label);
  if (name.includes(sought)) return true;
  if (!/^[a-z]+$/.test(sought)) return false;
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('').includes(sought);
}
