/** 时效性 as a library tells it, from texts as they are printed: each case is a set of documents, a day and a proof. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../../indexer/catalogue/store.ts';
import { parseBytes } from '../../../indexer/pipeline.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongbao-judging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Printed {
  readonly title: string;
  readonly number: string;
  readonly on: string;
  readonly lines: readonly string[];
  readonly behind?: readonly string[];
}

const print = ({ title, number, on, lines, behind = [] }: Printed): string =>
  [title, number, '', '各区县人民政府，市政府各部门：', ...lines, '某市人民政府', on, '', ...behind].join('\n');

const PARKING: Printed = {
  title: '某市人民政府关于印发某市停车管理办法的通知',
  number: '某政发〔2020〕9号',
  on: '2020年9月6日',
  lines: ['现将《某市停车管理办法》印发给你们，请认真贯彻执行。'],
  behind: [
    '某市停车管理办法',
    '第一条 为加强停车管理，制定本办法。',
    '第二条 本市停车适用本办法。',
    '第三条 停车应当缴费。',
    '第四条 本办法自印发之日起施行，有效期5年。',
  ],
};
const later = (
  number: string,
  on: string,
  title: string,
  lines: readonly string[],
  behind: readonly string[] = [],
) => ({
  title,
  number,
  on,
  lines,
  behind,
});
const REPEALING = later('某政发〔2022〕5号', '2022年3月1日', '某市人民政府关于废止部分规范性文件的通知', [
  '市政府决定，对下列规范性文件予以废止，自2022年5月1日起执行：',
  '1.《某市养犬办法》（某政发〔2010〕1号）',
  '2.《某市停车管理办法》（某政发〔2020〕9号）',
]);
const CLEARED = later(
  '某政发〔2025〕30号',
  '2025年12月1日',
  '某市人民政府关于公布规范性文件清理结果的通知',
  ['现将清理结果公布如下：', '一、继续有效的规范性文件（附件1）', '二、废止的规范性文件（附件2）'],
  [
    '附件1',
    '继续有效的规范性文件目录',
    '序号 文件名称 文号',
    '1 某市人民政府关于印发某市停车管理办法的通知 某政发〔2020〕9号',
    '附件2',
    '废止的规范性文件目录',
    '序号 文件名称 文号',
    '1 某市养犬办法 某政发〔2010〕1号',
  ],
);
const PROLONGING = later('某政发〔2025〕8号', '2025年8月1日', '某市人民政府关于延长部分文件有效期的通知', [
  '《某市停车管理办法》（某政发〔2020〕9号）有效期延长至2027年9月5日。',
]);
const PARTLY = later('某政发〔2023〕2号', '2023年2月1日', '某市人民政府关于停车收费的通知', [
  '《某市停车管理办法》（某政发〔2020〕9号）第三条废止。',
  '本通知自2023年3月1日起施行。',
]);
const INTERPRETING = later('某政发〔2021〕3号', '2021年2月1日', '某市人民政府关于停车问题的通知', [
  '现对《某市停车管理办法》（某政发〔2020〕9号）第二条解释如下：停车包括临时停车。',
]);

async function validityOf(printed: readonly Printed[], day: string) {
  const catalogue = openCatalogue(join(mkdtempSync(join(folder, 'library-')), 'catalogue.sqlite'));
  for (const one of printed) {
    const bytes = Buffer.from(print(one));
    const parsed = await parseBytes(bytes, `${one.number}.txt`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { mediaType, encoding } = parsed;
    catalogue.file(
      { sha256, fileName: `${one.number}.txt`, path: one.number, size: bytes.length, mediaType, encoding },
      parsed,
    );
  }
  const [document] = catalogue.documentsByNumber(PARKING.number);
  const validity = catalogue.validity(document?.id ?? '', day);
  const by = validity.by === null ? null : (catalogue.document(validity.by)?.number ?? null);
  catalogue.close();
  return { ...validity, by };
}

describe('a text of five years from 2020-09-06', () => {
  it.each<[string, readonly Printed[], string, string, string | null, RegExp | null]>([
    ['2020-09-05', [], 'not-yet', 'effective-later', null, /自印发之日起施行/],
    ['2025-09-05', [], 'in-force', 'effective', null, /自印发之日起施行/],
    ['2025-09-06', [], 'expired', 'expiry-passed', null, /有效期5年/],
    ['2022-02-28', [REPEALING], 'in-force', 'effective', null, /自印发之日起施行/],
    ['2023-01-01', [REPEALING], 'repealed', 'repealed-by', '某政发〔2022〕5号', /某市停车管理办法/],
    ['2025-09-05', [PROLONGING], 'in-force', 'prolonged-by', '某政发〔2025〕8号', /延长至2027年9月5日/],
    ['2027-09-05', [PROLONGING], 'in-force', 'prolonged-by', '某政发〔2025〕8号', /延长至2027年9月5日/],
    ['2027-09-06', [PROLONGING], 'expired', 'expiry-passed', '某政发〔2025〕8号', /延长至2027年9月5日/],
    ['2025-11-30', [CLEARED], 'expired', 'expiry-passed', null, /有效期5年/],
    ['2025-12-01', [CLEARED], 'in-force', 'prolonged-by', '某政发〔2025〕30号', /停车管理办法/],
    ['2023-02-28', [PARTLY], 'in-force', 'effective', null, /自印发之日起施行/],
    ['2023-03-01', [PARTLY], 'partly-repealed', 'partly-repealed-by', '某政发〔2023〕2号', /第三条废止/],
    ['2023-03-01', [INTERPRETING], 'in-force', 'effective', null, /自印发之日起施行/],
  ])('%s: %#', async (day, others, status, rule, by, quote) => {
    const validity = await validityOf([PARKING, ...others], day);
    expect(validity).toMatchObject({ status, rule, by });
    if (quote !== null) expect(validity.quote).toMatch(quote);
  });
});
