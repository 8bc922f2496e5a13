/** Tables between rules, as nearly every PDF of an office has them: cells of several lines wherever they stand. */
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../indexer/read/pdf/read-pdf.ts';
import { A4, type PlacedLine, writeDrawnPdf } from '../../../support/pdf-writer.ts';
import { drawRules, RULE_STYLES, setRuledTable } from '../../../support/ruled-table.ts';

const HEAD = [['责任单位'], ['工作任务'], ['数量']];
const ROWS = [
  [
    ['市住房和城乡建设', '局、市城市管理局'],
    ['完善地下管线综合规划编制体系，统筹各类', '管线的空间布局和建设时序'],
    ['3项'],
  ],
  [['市水务局'], ['开展老旧供水管网改造'], ['4项']],
  [['市自然资源和规划', '局林业处'], ['建立管线信息系统'], ['']],
];
const EDGES = [60, 160, 400, 450];
const READ = [
  '责任单位\t工作任务\t数量',
  '市住房和城乡建设局、市城市管理局\t完善地下管线综合规划编制体系，统筹各类管线的空间布局和建设时序\t3项',
  '市水务局\t开展老旧供水管网改造\t4项',
  '市自然资源和规划局林业处\t建立管线信息系统\t',
];
const text = (words: string, y: number): PlacedLine => ({ text: words, x: 60, y, size: 14 });

async function read(pages: Parameters<typeof writeDrawnPdf>[0]) {
  const { lines } = await readPdf(writeDrawnPdf(pages));
  return { texts: lines.map((line) => line.text.trimStart()), rows: lines.map(({ row }) => row === true) };
}

describe('a table between rules', () => {
  it.each(RULE_STYLES.flatMap((style) => (['top', 'middle'] as const).map((align) => [style, align] as const)))(
    'drawn as %s gives its rows, cells set at the %s',
    async (style, align) => {
      const { lines, rules } = setRuledTable({ rows: [HEAD, ...ROWS], edges: EDGES, top: 200, align });
      const page = [text('各单位任务如下：', 100), ...lines, text('以上任务应当按期完成。', 500)];
      const { texts, rows } = await read([{ lines: page, drawn: drawRules(rules, style, A4) }]);
      expect(texts.map((line) => line.trimEnd())).toEqual(
        ['各单位任务如下：', ...READ, '以上任务应当按期完成。'].map((line) => line.trimEnd()),
      );
      expect(rows).toEqual([false, true, true, true, true, false]);
    },
  );

  it.each(['top', 'middle'] as const)(
    'whose columns nothing parts gives its rows, cells set at the %s',
    async (align) => {
      const { lines, rules } = setRuledTable({ rows: [HEAD, ...ROWS], edges: EDGES, top: 200, align });
      const drawn = drawRules(
        rules.filter(([, y0, , y1]) => y0 === y1),
        'stroked',
        A4,
      );
      const { texts } = await read([{ lines: [text('各单位任务如下：', 100), ...lines], drawn }]);
      expect(texts.slice(1).map((line) => line.trimEnd())).toEqual(READ.map((line) => line.trimEnd()));
    },
  );

  it('reads a head that is printed again on the next page once', async () => {
    const set = (rows: typeof ROWS) =>
      setRuledTable({ rows: [HEAD, ...rows], edges: EDGES, top: 100, align: 'middle' });
    const pages = [set(ROWS), set([...ROWS].reverse())].map(({ lines, rules }, index) => ({
      lines: [...lines, { text: `— ${index + 1} —`, x: 280, y: 790, size: 9 }],
      drawn: drawRules(rules, 'stroked', A4),
    }));
    const { texts } = await read(pages);
    const [head, ...rows] = READ;
    expect(texts).toEqual([head, ...rows, '— 1 —', ...[...rows].reverse(), '— 2 —']);
  });

  it('joins a row that the page cuts, below the head that is printed again', async () => {
    const above = [['1'], ['完善地下管线综合规划编制体系，', '统筹各类管线空间布'], ['市自然资源局']];
    const below = [[''], ['局和建设时序。'], ['']];
    const pages = [above, below].map((row) => {
      const { lines, rules } = setRuledTable({ rows: [HEAD, row], edges: EDGES, top: 100, align: 'top' });
      return { lines: [text('临川市人民政府公报', 40), ...lines], drawn: drawRules(rules, 'stroked', A4) };
    });
    expect((await read(pages)).texts).toEqual([
      '临川市人民政府公报',
      READ[0],
      '1\t完善地下管线综合规划编制体系，统筹各类管线空间布局和建设时序。\t市自然资源局',
      '临川市人民政府公报',
    ]);
  });

  it('parts a piece of text that goes on from one narrow cell to the next', async () => {
    const rows = [1, 2].map((row) => [[`事项${row}`], ['已经办结'], ['是'], ['否']]);
    const { lines, rules } = setRuledTable({ rows, edges: [60, 160, 240, 254, 268], top: 100, align: 'top' });
    const drawn = drawRules(rules, 'stroked', A4);
    expect((await read([{ lines: [text('勾选下表各项：', 60), ...lines], drawn }])).texts.slice(1)).toEqual([
      '事项1\t已经办结\t是\t否',
      '事项2\t已经办结\t是\t否',
    ]);
  });
});

describe('rules that draw no table', () => {
  it('leave columns between a rule as they are', async () => {
    const column = (x: number, from: string): PlacedLine[] =>
      Array.from({ length: 20 }, (_, row) => ({
        text: `${from}栏第${String(row + 10)}行文字写满了这一栏的宽度`,
        x,
        y: 100 + row * 20,
        size: 12,
      }));
    const drawn = drawRules(
      [
        [60, 90, 540, 90],
        [300, 90, 300, 520],
      ],
      'stroked',
      A4,
    );
    const { texts } = await read([{ lines: [...column(60, '左'), ...column(310, '右')], drawn }]);
    expect(texts.map((line) => line[0]).join('')).toBe('左'.repeat(20) + '右'.repeat(20));
  });

  it('leave a text in a frame as it is', async () => {
    const lines = [text('特别提示：', 110), text('本通知自印发之日起施行。', 134)];
    const { rules } = setRuledTable({ rows: [[['']]], edges: [50, 500], top: 100, align: 'top' });
    const { texts, rows } = await read([{ lines, drawn: drawRules(rules, 'stroked', A4) }]);
    expect(texts).toEqual(['特别提示：', '本通知自印发之日起施行。']);
    expect(rows).toEqual([false, false]);
  });
});
