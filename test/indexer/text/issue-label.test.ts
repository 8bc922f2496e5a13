import { describe, expect, it } from 'vitest';
import { issueLabel } from '../../../indexer/text/issue-label.ts';

describe('issueLabel', () => {
  it.each([
    ['某某市人民政府公报 2020年第18期（总第328期）', '某某市人民政府公报', 2020, 18, 328],
    ['某某市人民政府公报 2020年第18期', '某某市人民政府公报', 2020, 18, null],
    ['某某市人民政府公报 （总第328期）', '某某市人民政府公报', null, null, 328],
    ['公报 2020年', null, 2020, null, null],
    ['公报', null, null, null, null],
  ])('%s', (label, publication, year, number, totalNumber) => {
    expect(issueLabel({ publication, year, number, totalNumber })).toBe(label);
  });
});
