import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citedDocuments, findCitations } from '../../../indexer/citations/citations.ts';
import { aBody } from '../../support/split-document.ts';

function cite(title: string, ...texts: string[]) {
  const { body, provisions } = aBody(...texts);
  return findCitations(title, body, provisions, { number: '某政发〔2021〕9号', title });
}
const brief = (title: string, ...texts: string[]) =>
  cite(title, ...texts).map((one) => [one.relation, one.number ?? one.title, one.pin ?? '']);

describe('laws named without 《》', () => {
  it.each([
    ['依照刑法第三百四十一条第一款处罚。', [['applies', '中华人民共和国刑法', '第三百四十一条第一款']]],
    [
      '依照《中华人民共和国教育法》办学。违反教育法第三条、高等教育法第五条的，责令改正。',
      [
        ['applies', '中华人民共和国教育法', ''],
        ['mentions', '中华人民共和国教育法', '第三条'],
      ],
    ],
    [
      '根据刑法的有关规定，应当适用修订前的刑法第六十一条。',
      [
        ['basis', '中华人民共和国刑法', ''],
        ['applies', '中华人民共和国刑法', '第六十一条'],
      ],
    ],
    [
      '不符合刑法分则第九章第三百九十八条至第四百条的规定。',
      [['applies', '中华人民共和国刑法', '第三百九十八条至第四百条']],
    ],
    ['学习刑法学原理，国际私法第三条从略。', []],
  ])('%s', (text, expected) => {
    expect(brief('某市办学规定', text)).toEqual(expected);
  });

  it('keeps the articles behind a short name in 《》', () => {
    const first = '根据《中华人民共和国教育法》（以下简称《教法》）制定。';
    expect(brief('某市办学规定', first, '违反《教法》第三条的，责令改正。').at(-1)).toEqual([
      'mentions',
      '中华人民共和国教育法',
      '第三条',
    ]);
  });

  it('are links, and stand in no list of cited documents', () => {
    expect(citedDocuments(cite('某市规定', '依照刑法第三条处罚。'))).toEqual([]);
  });
});

const NOTICE = '某市人民政府关于印发某市电梯办法的通知';

describe('findCitations: relation', () => {
  it.each([
    [
      '第一条 根据《中华人民共和国民法典》《中华人民共和国特种设备安全法》等规定，制定本办法。',
      [
        ['basis', '中华人民共和国民法典', ''],
        ['basis', '中华人民共和国特种设备安全法', ''],
      ],
      '002: a list shares its trigger',
    ],
    [
      '为贯彻落实《国务院办公厅关于信用的意见》（国办发〔2019〕35号）和省委、省政府《关于流程再造的指导意见》（鲁发〔2020〕8号）等要求，依据《山东省社会信用条例》，制定本办法。',
      [
        ['implements', '国办发〔2019〕35号', ''],
        ['implements', '鲁发〔2020〕8号', ''],
        ['basis', '山东省社会信用条例', ''],
      ],
      '002: two triggers in one sentence',
    ],
    [
      '本办法自印发之日起施行，有效期5年。2019年8月20日印发的某市电梯办法（济政办发〔2019〕14号）同时废止。',
      [['repeals', '济政办发〔2019〕14号', '']],
      '002: an older text of the same title',
    ],
    [
      '《甲市停车办法》（甲政发〔2001〕1号）、《甲市停车收费规定》（甲政发〔2002〕2号）自本通告施行之日起停止执行。',
      [
        ['repeals', '甲政发〔2001〕1号', ''],
        ['repeals', '甲政发〔2002〕2号', ''],
      ],
      'several at once',
    ],
    [
      '钢城区既有住宅增设电梯按照《某市既有住宅增设电梯规定》执行。',
      [['applies', '某市既有住宅增设电梯规定', '']],
      '002: to be followed, not rested on',
    ],
    [
      '触犯《中华人民共和国治安管理处罚法》的，由公安机关依法处理。',
      [['mentions', '中华人民共和国治安管理处罚法', '']],
      '002: a mere mention',
    ],
    [
      '你局《关于变更基准日的请示》（济园林呈〔2021〕18号）收悉。',
      [['replies', '济园林呈〔2021〕18号', '']],
      '000: a reply',
    ],
    [
      '现将《国务院关于加强安全的意见》（国发〔2020〕1号）转发给你们。',
      [['forwards', '国发〔2020〕1号', '']],
      'forwarding',
    ],
    [
      '现对《某市资本市场行动计划的通知》（济政发〔2018〕13号）等22件文件中有关内容予以修订。',
      [['amends', '济政发〔2018〕13号', '']],
      '000: amending',
    ],
    [
      '及时修订《某市防震减灾条例》，制定规范性文件。',
      [['mentions', '某市防震减灾条例', '']],
      '004: work to be done amends nothing yet',
    ],
    [
      '认真贯彻新修订的《中华人民共和国消防法》，做好衔接。',
      [['implements', '中华人民共和国消防法', '']],
      '002: 新修订的 amends nothing',
    ],
    [
      '申请人可以依照《中华人民共和国民事诉讼法》请求人民法院宣告该股票失效。',
      [['applies', '中华人民共和国民事诉讼法', '']],
      'M9: not the document lapses',
    ],
    ['支付令自行失效，规划许可证自行失效。', [], 'M9: no document at all'],
    ['根据《甲条例》有关规定，原办法同时废止。', [['basis', '甲条例', '']], 'another text is repealed'],
  ] as const)('%s', (text, expected, why) => {
    expect(brief(NOTICE, text), why).toEqual(expected);
  });

  it.each([
    ['某市人民政府关于贯彻鲁政发〔2017〕5号文件加强困境儿童保障工作的通知', [['implements', '鲁政发〔2017〕5号', '']]],
    [
      '某市人民政府关于落实国办发〔2020〕49号文件精神对有关文件予以修订的通知',
      [['implements', '国办发〔2020〕49号', '']],
    ],
    ['国务院关于修改《城市绿化条例》的决定', [['amends', '城市绿化条例', '']]],
    ['某市人民政府关于同意《某市海塘规划》局部修编的批复', [['mentions', '某市海塘规划', '']]],
    ['某省人民政府关于废止《某省盐业管理办法》的决定', [['repeals', '某省盐业管理办法', '']]],
    ['最高人民法院关于适用《中华人民共和国公司法》若干问题的解释', [['interprets', '中华人民共和国公司法', '']]],
    ['北京市实施《中华人民共和国种子法》办法', [['implements', '中华人民共和国种子法', '']]],
    [NOTICE, []],
  ] as const)('in the title: %s', (title, expected) => {
    expect(brief(title)).toEqual(expected);
  });
});

describe('findCitations: lists of what is repealed', () => {
  it('reads items, rows and plain titles under the words that introduce them', () => {
    const repealed = brief(
      '某县人民政府关于废止部分规范性文件的决定',
      '根据《某省规范性文件管理办法》，决定废止下列规范性文件：',
      '一、《某县停车管理办法》（某政发〔2012〕3号）',
      '2.某县人民政府关于加强采砂管理的通告（某政发〔2014〕9号）',
      '3 关于加强城区养犬管理的通告 某政发〔2015〕1号',
      '《某县殡葬管理规定》',
    );
    expect(repealed).toEqual([
      ['basis', '某省规范性文件管理办法', ''],
      ['repeals', '某政发〔2012〕3号', ''],
      ['repeals', '某政发〔2014〕9号', ''],
      ['repeals', '某政发〔2015〕1号', ''],
      ['repeals', '某县殡葬管理规定', ''],
    ]);
  });
});

describe('findCitations: no list item', () => {
  it.each([
    ['第一百三十三条之二（《刑法修正案（十一）》第二条）妨害安全驾驶罪', 'mentions'],
    ['票据法没有规定的，适用《中华人民共和国民法典》等法律。', 'applies'],
  ])('%s: %s', (text, relation) => {
    expect(brief('最高人民法院关于修改《甲规定》等解释的决定', text).at(-1)?.[0]).toBe(relation);
  });
});

describe('findCitations: what is named', () => {
  it('does not cite the document itself or the text that it issues', () => {
    expect(
      brief(
        '某市人民政府关于印发《某市电梯办法（试行）》的通知',
        '《某市电梯办法（试行）》已经市政府同意。',
        '《某市电梯办法》由市住建局解释。',
      ),
    ).toEqual([]);
    expect(brief(NOTICE, '某政发〔2021〕9号文件自印发之日起施行。')).toEqual([]);
  });

  it('follows a short name to the document it stands for', () => {
    const first =
      '为贯彻落实《省人民政府关于困境儿童的实施意见》（鲁政发〔2017〕5号，以下简称《实施意见》），通知如下。';
    const cited = citedDocuments(cite(NOTICE, first, '要认真学习贯彻《实施意见》，提高认识。'));
    expect(cited.map(({ number, relation }) => [number, relation])).toEqual([['鲁政发〔2017〕5号', 'implements']]);
  });

  it('counts 民事诉讼法第十条 and 同法第十一条 as mentions of the law (courtlistener#435)', () => {
    const text = '根据《中华人民共和国民事诉讼法》（以下简称民事诉讼法）第十条，制定本规定。';
    expect(brief(NOTICE, text, '民事诉讼法第十条第二款的期间不变；同法第十一条除外。')).toEqual([
      ['basis', '中华人民共和国民事诉讼法', '第十条'],
      ['mentions', '中华人民共和国民事诉讼法', '第十条第二款'],
      ['mentions', '中华人民共和国民事诉讼法', '第十一条'],
    ]);
  });

  it('keeps where each mention stands', () => {
    const [citation] = cite(NOTICE, '第一条 为了规范。', '第二条 依据《某省信用条例》制定。');
    const { body } = aBody('第一条 为了规范。', '第二条 依据《某省信用条例》制定。');
    expect(citation).toMatchObject({
      in: '第二条',
      provision: 1,
      trigger: '依据',
      quote: '第二条 依据《某省信用条例》制定',
    });
    expect(body.slice(citation?.span?.start, citation?.span?.end)).toBe('《某省信用条例》');
  });

  it('never throws, and every span is the mention, for any text', () => {
    const piece = fc.constantFrom(
      '根据',
      '《',
      '》',
      '条例',
      '废止',
      '（',
      '）',
      '以下简称',
      '国发〔2020〕1号',
      '第三条',
      '同法',
      '，',
      '。',
      '和',
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 20 }), { maxLength: 5 }), (lines) => {
        const { body, provisions } = aBody(...lines.map((line) => line.join('')));
        for (const { span, number, pin } of findCitations('题', body, provisions, { number: null, title: '题' })) {
          const words = span === null ? '' : body.slice(span.start, span.end);
          expect(words.length > 0 || span === null).toBe(true);
          if (pin !== null && span !== null) expect(words).toContain(pin);
          if (number !== null && span !== null) expect(number.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('citedDocuments', () => {
  it('lists each document once, under its strongest relation, with number and title', () => {
    const cited = citedDocuments(
      cite(
        NOTICE,
        '根据《省信用条例》《国务院办公厅关于信用的意见》（国办发〔2020〕49号）要求，制定本办法。',
        '按照国办发〔2020〕49号文件梳理。认真落实《省信用条例》。',
      ),
    );
    expect(cited.map(({ title, number, relation }) => [title, number, relation])).toEqual([
      ['省信用条例', null, 'basis'],
      ['国务院办公厅关于信用的意见', '国办发〔2020〕49号', 'basis'],
    ]);
  });

  it('keeps two texts of one title apart by their numbers', () => {
    const cited = citedDocuments(
      cite(NOTICE, '《乙办法》（乙政发〔2001〕1号）和《乙办法》（乙政发〔2009〕7号）同时废止。'),
    );
    expect(cited.map(({ number }) => number)).toEqual(['乙政发〔2001〕1号', '乙政发〔2009〕7号']);
  });

  it('meets a law with and without 中华人民共和国', () => {
    expect(
      citedDocuments(cite(NOTICE, '依据《中华人民共和国消防法》，制定本办法。', '违反《消防法》的，予以处罚。')),
    ).toHaveLength(1);
  });
});

describe('articles of the text that is amended', () => {
  const TITLE = '某省人民政府关于修改《某省盐业管理办法》的决定';
  it.each([
    ['一、将第六条修改为第十一条。', ['第六条']],
    ['二、第三条第二款修改为：“县级以上人民政府依照本办法第九条管理。”', ['第三条第二款']],
    ['三、删去第四条、第七条。', ['第四条、第七条']],
    ['四、增加一条，作为第五条：“盐业企业依法登记。”', []],
    ['五、在第八条后增加一条，作为第九条。', ['第八条']],
    ['六、违反第八条规定的，责令改正。', []],
  ])('%s', (text, pins) => {
    const cited = brief(TITLE, '决定对《某省盐业管理办法》作如下修改：', text).filter(([, , pin]) => pin !== '');
    expect(cited).toEqual(pins.map((pin) => ['amends', '某省盐业管理办法', pin]));
  });

  it('are those of the law named last, or that an amendment is named after', () => {
    const several = brief(
      '某省人民政府关于修改部分规章的决定',
      '一、对《甲办法》作出修改',
      '1.将第二条修改为：“甲”。',
      '二、对《乙办法》作出修改',
      '1.删去第三条。',
    );
    expect(several.filter(([, , pin]) => pin !== '')).toEqual([
      ['amends', '甲办法', '第二条'],
      ['amends', '乙办法', '第三条'],
    ]);
    expect(brief('中华人民共和国刑法修正案（四）', '二、在第一百五十二条中增加一款作为第二款。')).toEqual([
      ['amends', '中华人民共和国刑法', '第一百五十二条'],
    ]);
  });

  it('are not looked for in other texts', () => {
    expect(brief('某省盐业管理办法', '将第六条修改为第十一条。')).toEqual([]);
  });
});
