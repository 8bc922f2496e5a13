/** Which files among those of an import are tables of metadata. */
import { expect, it } from 'vitest';
import { isSidecarName } from '../../../indexer/importing/found-sidecars.ts';

it.each<[string, boolean]>([
  ['/in/metadata.csv', true],
  ['/in/目录.xlsx', true],
  ['/in/2020年公文目录.xlsx', true],
  ['/in/文件清单.json', true],
  ['/in/INDEX.TSV', true],
  ['/in/行政许可事项目录.docx', false],
  ['/in/2020.xlsx', false],
  ['/in/prices.csv', false],
  ['/in/metadata.csv/a.txt', false],
])('%s: %s', (path, expected) => {
  expect(isSidecarName(path)).toBe(expected);
});
