/** Registration numbers of many places, known by shape or label, and lines that are none. */
import { describe, expect, it } from 'vitest';
import { readRegistrationLine } from '../../../indexer/text/registration.ts';

describe('readRegistrationLine', () => {
  it.each([
    ['ABCR－2021－0010007', 'ABCR-2021-0010007'],
    ['ABJSP01-2021-0003', 'ABJSP01-2021-0003'],
    ['ABPR—2019—01001', 'ABPR-2019-01001'],
    ['统一登记号：ABPR-2019-01001', 'ABPR-2019-01001'],
    ['登记号:ABDR-2020-0040003', 'ABDR-2020-0040003'],
    ['（备案登记号：ABDR-2020-0040003）', 'ABDR-2020-0040003'],
    ['ABFG-2021-01-003', 'ABFG-2021-01-003'],
    ['GZ0320210023', 'GZ0320210023'],
    ['规范性文件登记号：某规备〔2021〕12号', '某规备〔2021〕12号'],
    ['规范性文件编号：AB2021003', 'AB2021003'],
    ['规范性文件统一编号：某府规2021003', '某府规2021003'],
    ['某政发〔2021〕12号', null],
    ['GB/T 9704-2012', null],
    ['CN-2021', null],
    ['办理登记号码时应当出示身份证明', null],
    ['登记号：', null],
    ['', null],
  ])('%s', (line, expected) => {
    expect(readRegistrationLine(line)).toBe(expected);
  });
});
