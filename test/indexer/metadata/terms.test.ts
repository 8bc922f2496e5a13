import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEffectiveInNote, readEffectiveOn } from '../../../indexer/metadata/effective.ts';
import { readExpiresOn } from '../../../indexer/metadata/expiry.ts';

const SIGNED = { writtenOn: '2020-09-06', printedOn: '2020-09-08' };

describe('readEffectiveOn', () => {
  it.each([
    ['第二十九条 本办法自印发之日起施行，有效期5年。', '2020-09-06', '自印发之日起施行'],
    ['本通告自公布之日起施行，有效期至2020年10月16日。', '2020-09-06', '自公布之日起施行'],
    ['第二十一条 本办法自2020年10月1日起施行，有效期至2022年9月30日。', '2020-10-01', '自2020年10月1日起施行'],
    ['本规定自公布之日起30日后施行。', '2020-10-06', '自公布之日起30日后施行'],
    ['本办法自发布之日起三十日后施行。', '2020-10-06', '自发布之日起三十日后施行'],
    ['自2021年7月1日起施行，有效期至2022年12月31日。', '2021-07-01', '自2021年7月1日起施行'],
    ['本规定自二○○八年一月一日起实施。', '2008-01-01', '自二○○八年一月一日起实施'],
    ['本法（原称《军官服役条例》）自1989年1月1日起施行。', '1989-01-01', '自1989年1月1日起施行'],
    ['本规定自2021年7月1日施行。', '2021-07-01', '自2021年7月1日施行'],
    [
      '自本通知发布之日起，有关文件按新修订的内容实施。',
      '2020-09-06',
      '自本通知发布之日起，有关文件按新修订的内容实施',
    ],
    ['本公告执行期限为2022年1月1日至2024年12月31日。', '2022-01-01', '本公告执行期限为2022年1月1日至'],
    ['《某细则》已经市政府常务会议通过，现予公布，自2021年7月1日起施行。', '2021-07-01', '自2021年7月1日起施行'],
    ['自本方案印发之日起，新设立的协会按本方案要求执行。', null, null],
    ['许可证自准予备案之日起生效，有效期为10年。', null, null],
    ['抵押合同自登记之日起生效。', null, null],
    ['《商标法修改决定》自2001年12月1日起施行。', null, null],
    ['决定书自作出之日起生效。', null, null],
    ['企业职工基本养老保险待遇自退休次月起执行。', null, null],
    ['', null, null],
  ])('%s', (body, day, words) => {
    const found = readEffectiveOn(body, SIGNED);
    expect([found?.day ?? null, found?.words ?? null]).toEqual([day, words]);
  });

  it('takes the last word of the document about itself', () => {
    const body = '本办法自2019年1月1日起试行。\n第三十条 本办法自2020年10月1日起施行。';
    expect(readEffectiveOn(body, SIGNED)?.day).toBe('2020-10-01');
  });

  it('dates 自印发之日 by the day of printing where no signature bears a date, else not at all', () => {
    const body = '本办法自印发之日起施行。';
    expect(readEffectiveOn(body, { writtenOn: null, printedOn: '2020-09-08' })?.day).toBe('2020-09-08');
    expect(readEffectiveOn(body, { writtenOn: null, printedOn: null })).toBeNull();
  });

  it('reads the note of a judicial interpretation', () => {
    expect(readEffectiveInNote('（2008年4月17日最高人民法院公告公布 自2008年4月23日起施行）')?.day).toBe('2008-04-23');
    expect(readEffectiveInNote('2014年12月18日通过\n2022年4月10日施行')?.day).toBe('2022-04-10');
    expect(readEffectiveInNote('2008年4月17日通过')).toBeNull();
  });
});

describe('readExpiresOn', () => {
  it.each([
    ['第二十九条 本办法自印发之日起施行，有效期5年。', '2025-09-05', '有效期5年'],
    ['本意见自2020年9月6日起施行，有效期为三年。', '2023-09-05', '有效期为三年'],
    ['本办法自2020年10月1日起施行，有效期至2022年9月30日。', '2022-09-30', '有效期至2022年9月30日'],
    ['本办法有效期至2022年9月30日止。', '2022-09-30', '有效期至2022年9月30日'],
    ['本政策自印发之日起执行，执行至2022年12月31日。', '2022-12-31', '执行至2022年12月31日'],
    ['本办法自印发之日起施行，试行期两年。', '2022-09-05', '试行期两年'],
    ['本公告执行期限为2022年1月1日至2024年12月31日。', '2024-12-31', '执行期限为2022年1月1日至2024年12月31日'],
    ['本办法自2021年3月1日起施行，至2026年2月28日止。', '2026-02-28', '，至2026年2月28日止'],
    ['本通知自印发之日起施行，2025年12月31日废止。', '2025-12-31', '，2025年12月31日废止'],
    ['本办法自印发之日起施行，有效期五年（试行）。', '2025-09-05', '有效期五年'],
    ['许可证有效期为5年，有效期届满30日前申请延续。', null, null],
    ['本证书自颁发之日起生效，有效期10年。', null, null],
    ['准予备案的，自准予备案之日起生效，有效期为10年。', null, null],
    ['支付令自行失效。', null, null],
    ['规划许可证自行失效。', null, null],
    ['执照期满自行失效。', null, null],
    ['本规划期限为2021-2025年。', null, null],
    ['检验合格有效期届满前一个月提出申请。', null, null],
    ['', null, null],
  ])('%s', (body, day, words) => {
    const found = readExpiresOn(body, '2020-09-06');
    expect([found?.day ?? null, found?.words ?? null]).toEqual([day, words]);
  });

  it('ends no text before it begins, whatever the term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 20_000 }), (years, offset) => {
        const start = new Date(Date.UTC(1970, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
        const end = readExpiresOn(`本办法自发布之日起施行，有效期${years}年。`, start)?.day ?? '';
        expect(end > start).toBe(true);
        expect(Number(end.slice(0, 4)) - Number(start.slice(0, 4))).toBeGreaterThanOrEqual(years - 1);
      }),
    );
  });
});
