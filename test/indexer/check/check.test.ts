import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import { nearTitles } from '../../../indexer/check/near-titles.ts';
import { checkText } from '../../../indexer/checking.ts';
import type { CheckFinding } from '../../../indexer/contract.ts';
import { parseBytes } from '../../../indexer/pipeline.ts';

const OLD_LAW = `中华人民共和国河湖保护法
2015年3月1日第十二届全国人民代表大会常务委员会第十三次会议通过
第一条　为了保护河湖，制定本法。
第二条　河道采砂实行许可制度。未取得采砂许可证的，不得从事采砂活动。
第三条　违反本法规定，擅自取水的，由水行政主管部门处二万元以上十万元以下罚款。
第四条　本法自2015年6月1日起施行。`;
const NEW_LAW = `中华人民共和国河湖保护法
2015年3月1日第十二届全国人民代表大会常务委员会第十三次会议通过　2022年5月1日第十三届全国人民代表大会常务委员会第三十五次会议修订
第一条　为了保护河湖，制定本法。
第二条　国家建立河湖长制，各级河长湖长组织领导责任河湖的保护和治理工作。
第三条　河道采砂实行许可制度。未取得采砂许可证的，不得从事采砂活动。
县级以上人民政府应当划定禁采区，公布禁采期。
第四条　违反本法规定，擅自取水的，由水行政主管部门处五万元以上二十万元以下罚款。
第五条　本法自2022年7月1日起施行。`;
const OLD_NOTICE = `某市人民政府关于印发《某市停车管理办法》的通知
某政发〔2015〕8号
各区人民政府：
现将《某市停车管理办法》印发给你们，请认真贯彻执行。
某市人民政府
2015年3月1日
某市停车管理办法
第一条　为了规范停车秩序，制定本办法。
第二条　本办法自2015年4月1日起施行。`;
const REPEALER = `某市人民政府关于加强停车场规划建设的意见
某政发〔2020〕3号
各区人民政府：
为了加强停车场规划建设，提出以下意见。
一、科学编制规划。停车场专项规划由市自然资源部门组织编制，经批准后实施。
二、加大供给力度。新建住宅按照标准配建停车位，与主体工程同步建设。
三、本意见自2020年5月1日起施行。《某市停车管理办法》（某政发〔2015〕8号）同时废止。
某市人民政府
2020年4月1日`;
const EXPIRED = `某市人民政府关于印发《某市临时停车规定》的通知
某政发〔2016〕2号
各区人民政府：
现将《某市临时停车规定》印发给你们，请遵照执行。
某市人民政府
2016年3月1日
某市临时停车规定
第一条　临时停车应当在划定的区域内进行，不得影响通行。
第二条　本规定自2016年4月1日起施行，有效期2年。`;

let catalogue: CatalogueStore;
beforeAll(async () => {
  catalogue = openCatalogue(':memory:');
  for (const [at, text] of [OLD_LAW, NEW_LAW, OLD_NOTICE, REPEALER, EXPIRED].entries()) {
    const parsed = await parseBytes(new TextEncoder().encode(text), `${at}.txt`);
    const source = { fileName: `${at}.txt`, path: `${at}.txt`, size: 1, mediaType: 'text/plain', encoding: 'utf-8' };
    catalogue.file({ ...source, sha256: `${at}`.repeat(64) }, parsed);
  }
});
afterAll(() => catalogue.close());

const check = (text: string) => checkText(text, { catalogue, today: '2026-01-01', language: 'zh' });
const first = async (text: string): Promise<CheckFinding | undefined> => (await check(text)).findings[0];

describe('checkText', () => {
  it.each([
    ['根据《河湖保护法》第一条，制定本办法。', [], 'ok', 'held, in force, its clause there'],
    ['根据《中华人民共和国河湖保护法》，制定本办法。', [], 'ok', 'by its full title'],
    ['根据《中华人民共和国海洋观测法》，制定本办法。', ['not-held'], 'unknown', 'not in the library'],
    ['按照《某市人民政府关于加强停车场规划和建设的意见》执行。', ['similar-title'], 'check', 'a title that nearly is'],
    ['按照《某市停车管理办法》（某政发〔2015〕8号）执行。', ['repealed'], 'error', 'repealed by another'],
    ['《某市停车管理办法》（某政发〔2015〕8号）同时废止。', [], 'ok', 'which the draft itself repeals'],
    ['按照《某市城市绿化条例》（某政发〔2020〕3号）执行。', ['title-differs'], 'error', 'number of another text'],
    [
      '按照《某市人民政府关于加强停车场规划建设的意见》（某政发〔2020〕5号）执行。',
      ['number-differs'],
      'error',
      'another number',
    ],
    ['根据《河湖保护法》第九条的规定执行。', ['no-such-clause'], 'error', 'no such article'],
    ['根据《河湖保护法》第三条第四款的规定执行。', ['no-such-clause'], 'error', 'no such paragraph'],
    ['根据《河湖保护法》第三条第二款，由县级以上人民政府划定禁采区。', [], 'ok', 'a paragraph that is there'],
    [
      '依照《河湖保护法》第二条的规定，采砂应当取得采砂许可证。',
      ['clause-moved'],
      'check',
      'the number of an earlier version',
    ],
    ['依照《河湖保护法》第二条的规定，建立河湖长制，各级河长负责治理。', [], 'ok', 'the number of the current version'],
    ['按照《某市临时停车规定》（某政发〔2016〕2号）执行。', ['expired'], 'error', 'its term is over'],
    ['根据《关于加强停车场规划建设的意见》执行。', [], 'ok', 'a title without its issuer'],
    [
      '《河湖保护法》第四条规定：“违反本法规定，擅自取水的，由水行政主管部门处五万元以上二十万元以下罚款。”',
      [],
      'ok',
      'quoted as it stands',
    ],
    [
      '《河湖保护法》第四条规定，“违反本法规定，擅自取水的……处五万元以上二十万元以下罚款”。',
      [],
      'ok',
      'quoted in part',
    ],
    [
      '《河湖保护法》第四条规定：“违反本法规定，擅自取水的，由水行政主管部门处二万元以上十万元以下罚款。”',
      ['misquoted'],
      'error',
      'other words',
    ],
    ['《河湖保护法》第三条规定：“县级以上人民政府应当划定禁采区，公布禁采期。”', [], 'ok', 'from its second paragraph'],
    ['《河湖保护法》第三条规定的“采砂许可证”由市水务局发放。', [], 'ok', 'a term is no quotation'],
    ['按照《某市人民政府关于加强停车场规划建设的意见》附件2执行。', [], 'ok', 'an annex'],
  ])('%s', async (text, expected, severity) => {
    const found = await first(text);
    expect(found?.remarks.map(({ code }) => code)).toEqual(expected);
    expect(found?.severity).toBe(severity);
  });

  it('says what should stand there instead, and who proves it', async () => {
    expect((await first('依照《河湖保护法》第二条，采砂应当取得采砂许可证。'))?.remarks[0]?.suggestion).toBe('第三条');
    expect((await first('按照《某市城市绿化条例》（某政发〔2020〕3号）执行。'))?.remarks[0]?.suggestion).toBe(
      '《某市人民政府关于加强停车场规划建设的意见》',
    );
    const repealed = (await first('按照《某市停车管理办法》（某政发〔2015〕8号）执行。'))?.remarks[0];
    expect(repealed?.document?.number).toBe('某政发〔2020〕3号');
    expect(repealed?.quote).toContain('同时废止');
    expect(repealed?.message).toContain('2020年5月1日');
  });

  it('points at the words in their paragraph', async () => {
    const { paragraphs, findings } = await check('某市采砂办法\n\n　第一条 根据《河湖保护法》第九条，制定本办法。');
    const found = findings[0];
    expect(paragraphs[found?.paragraph ?? -1]?.slice(found?.start, found?.end)).toBe('《河湖保护法》第九条');
    expect(found?.words).toBe('《河湖保护法》第九条');
  });

  it('holds references to its own articles against the draft itself', async () => {
    const draft =
      '第一条 为了规范采砂，制定本办法。\n第二条 违反本办法第一条的，责令改正。\n第三条 违反本办法第九条的，处罚款。';
    expect((await check(draft)).findings.map(({ remarks, words }) => [remarks[0]?.code, words])).toEqual([
      ['no-such-own-clause', '本办法第九条'],
    ]);
  });

  it('knows its own chapters', async () => {
    const draft =
      '第一章 总则\n第一条 为了规范采砂，制定本办法。\n第二条 违反本办法第一章、本办法第四章规定的，责令改正。';
    expect((await check(draft)).findings.map(({ words }) => words)).toEqual(['本办法第四章']);
  });

  it('lets others through while it checks a long draft', async () => {
    const draft = Array.from({ length: 3000 }, () => '依照《河湖保护法》第二条，采砂应当取得采砂许可证。').join('\n');
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    const { findings } = await check(draft);
    clearInterval(counting);
    expect(findings).toHaveLength(3000);
    expect(turns).toBeGreaterThan(0);
  });

  it('finds nothing where nothing is cited, and refuses a text of blanks', async () => {
    expect((await check('没有引用的一段话。')).findings).toEqual([]);
    await expect(check(' \n　\n')).rejects.toThrow('file_empty');
  });

  it('answers in the language that was asked for', async () => {
    const { findings } = await checkText('根据《海洋观测法》制定。', {
      catalogue,
      today: '2026-01-01',
      language: 'en',
    });
    expect(findings[0]?.remarks[0]?.message).toContain('Not in the library');
  });

  const word = fc.constantFrom(
    '《',
    '》',
    '河湖保护法',
    '第三条',
    '第二款',
    '、',
    '至',
    '（某政发〔2015〕8号）',
    '本办法',
    '第九条',
    '根据',
    '。',
    '\n',
    '〈',
    '同时废止',
    '𫖯',
  );
  it('takes any text, and every span lies in its paragraph', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 30 }), async (words) => {
        const text = `甲${words.join('')}`;
        const { paragraphs, findings } = await check(text);
        for (const { paragraph, start, end, words: cited } of findings)
          expect(paragraphs[paragraph]?.slice(start, end)).toBe(cited);
      }),
    );
  });
});

describe('nearTitles', () => {
  const held = ['某市停车管理办法', '某省停车管理条例实施细则', '某市养犬管理办法'].map((title) => ({ title }));
  it.each([
    ['某市停车管理的办法', ['某市停车管理办法']],
    ['某市机动车停放服务收费规定', []],
    ['办法', []],
    ['', []],
  ])('%s', (title, expected) => {
    expect(nearTitles(title, held).map((text) => text.title)).toEqual(expected);
  });
});
