/** Dates that cannot be, and those that can. */
import { describe, expect, it } from 'vitest';
import { findOddDates } from '../../../indexer/metadata/odd-dates.ts';
import { aSplitDocument } from '../../support/split-document.ts';

const NOTHING = { number: null, writtenOn: null, printedOn: null, effectiveOn: null, expiresOn: null };
const ISSUE = { publication: '某某市人民政府公报', year: 2021, number: 3, totalNumber: null };

describe('findOddDates', () => {
  it.each([
    ['a day that is none', { signature: ['某某市人民政府', '2021年2月30日'] }, {}, null, ['impossible_date']],
    ['a day that is one', { signature: ['某某市人民政府', '2021年2月28日'] }, {}, null, []],
    [
      'signed after printing',
      {},
      { writtenOn: '2021-03-09', printedOn: '2021-03-08' },
      null,
      ['written_after_printed'],
    ],
    ['signed on the day of printing', {}, { writtenOn: '2021-03-08', printedOn: '2021-03-08' }, null, []],
    ['signed after the issue', {}, { writtenOn: '2021-04-01' }, '2021-03-31', ['written_after_issue']],
    ['signed in a year behind the issue', {}, { writtenOn: '2022-01-01' }, null, ['written_after_issue']],
    [
      'a number of another year',
      {},
      { number: '某政发〔2012〕3号', writtenOn: '2021-03-04' },
      null,
      ['number_year_differs'],
    ],
    ['a number given in December', {}, { number: '某政发〔2020〕93号', writtenOn: '2021-01-04' }, null, []],
    [
      'an end before the beginning',
      {},
      { effectiveOn: '2021-05-01', expiresOn: '2020-04-30' },
      null,
      ['expires_before_effective'],
    ],
    ['no dates at all', {}, {}, null, []],
  ])('%s', (_, text, dates, publishedOn, codes) => {
    const found = findOddDates(aSplitDocument(text), { ...NOTHING, ...dates }, { ...ISSUE, publishedOn });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});
