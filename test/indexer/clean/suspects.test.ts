/** Warnings of characters that were read wrongly: each with the word that shows it, and near misses that are good Chinese. */
import { describe, expect, it } from 'vitest';
import { findSuspects } from '../../../indexer/clean/suspects.ts';
import { parsePlain } from '../../support/parse-plain.ts';

const problemsOf = (text: string) =>
  parsePlain(
    Buffer.from(`某市人民政府关于某事的通知\n某政发〔2020〕1号\n各区人民政府：\n${text}\n某市人民政府\n2020年1月1日\n`),
    'a.txt',
  )
    .documents.flatMap(({ problems }) => problems)
    .map(({ code, message }) => [code, /“([^“”]+)”疑为“([^”]+)”/.exec(message)?.slice(1).join('→') ?? '']);

describe('findSuspects', () => {
  it.each([
    ['本办法己经市政府同意。', '己→已'],
    ['自2020年1月1曰起施行。', '曰→日'],
    ['末取得许可证的，不得经营。', '末→未'],
    ['党员领导千部应当带头。', '千→干'],
    ['县级以上入民政府负责。', '入→人'],
    ['加强社会冶安管理。', '冶→治'],
    ['到2O25年建成。', '2O25→2025'],
    ['每月l5日前报送。', 'l5→15'],
  ])('%s', (text, expected) => {
    expect(problemsOf(text)).toEqual([['possible_ocr_slip', expected]]);
  });

  it.each([
    '各自已经完成，自己经营，年末经济增长，期末按照计划。',
    '纳入民生工程，收入民政部门核定，各界人士地位平等，数千部手机。',
    '大冶安全生产，歌颂发展成就，选拔付出努力的同志，信贷物资。',
    'CO2排放、H2O、A10号、IO接口、PM2.5、1000万元、No1号。',
    '据为己有，若千方百计。',
  ])('says nothing of %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each(['某\ufffd\ufffd区街道。', '锟斤拷锟斤拷办法。'])('tells what no encoding gives: %s', (text) => {
    expect(problemsOf(text).map(([code]) => code)).toEqual(['undecodable']);
  });

  it('finds nothing in nothing', () => {
    expect(findSuspects([])).toEqual([]);
  });
});
