import { describe, expect, it } from 'vitest';
import { isOfficialTitle } from '../../../indexer/citations/official-title.ts';

describe('isOfficialTitle', () => {
  it.each([
    ['城市绿化条例', '根据', true],
    ['济南市城市市容管理条例', '', true],
    ['济南市中小微企业创新券实施管理办法（试行）', '结合落实', true],
    ['中华人民共和国预算法', '', true],
    ['新能源汽车产业发展规划（2021-2035）', '为贯彻落实国家', true],
    ['山东省实施告知承诺制的证明事项通用清单（第一批）', '对照省司法厅公布的', true],
    ['生态保护红线评估工作方案', '根据自然资源部生态环境部', true],
    ['中国制造2025', '认真贯彻落实', true],
    ['邑都济北———双乳山济北王墓专题陈列', '推出', false],
    ['麦丘遗风 溢彩流光 历史文物展', '', false],
    ['建设工程规划许可证', '取得', false],
    ['企业法人营业执照', '', false],
    ['责令停止水土保持违法行为通知书', '', false],
    ['不动产权证书登记表', '填写', false],
    ['济南市政务服务事项办事结果材料数字化清单', '分批次梳理公布', false],
    ['南方日报', '', false],
    ['办法', '', false],
    ['', '', false],
  ])('《%s》 behind “%s”: %s', (title, before, expected) => {
    expect(isOfficialTitle(title, { before, numbered: false, listed: false })).toBe(expected);
  });

  it('takes a number, and a list of documents, for proof', () => {
    expect(isOfficialTitle('数字泉城', { before: '', numbered: true, listed: false })).toBe(true);
    const standard = '山东省城市精细化管理标准：市容市貌管理';
    expect(isOfficialTitle(standard, { before: '根据', numbered: false, listed: true })).toBe(true);
    expect(isOfficialTitle(standard, { before: '阅读', numbered: false, listed: true })).toBe(false);
  });
});
