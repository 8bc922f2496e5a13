/** How an issue of a gazette is called wherever it is named to a reader. */
import type { Issue } from '../model.ts';

/** 某某市人民政府公报 2020年第18期（总第328期）; what is missing is left out, and a gazette without a name is 公报. */
export function issueLabel({ publication, year, number, totalNumber }: Omit<Issue, 'publishedOn'>): string {
  const when = `${year === null ? '' : `${year}年`}${number === null ? '' : `第${number}期`}`;
  const total = totalNumber === null ? '' : `（总第${totalNumber}期）`;
  return [publication ?? '公报', `${when}${total}`].filter((part) => part !== '').join(' ');
}
