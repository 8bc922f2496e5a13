import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../indexer/compare/compare.ts';
import { leftText, rightText } from '../../../indexer/compare/text-diff.ts';
import { unitsOf } from '../../../indexer/compare/units.ts';
import { readDraft } from '../../../indexer/pipeline.ts';
import { segmentExact } from '../../../indexer/segment/segment.ts';
import { prose } from '../../support/builders.ts';

const compare = (left: readonly string[], right: readonly string[]) =>
  compareTexts(readDraft(left).provisions, readDraft(right).provisions, segmentExact);
/** 第一条→第二条 changed moved */
const shown = (left: readonly string[], right: readonly string[]): string[] =>
  compare(left, right).rows.map(({ left: l, right: r, change, moved, renumbered, form }) => {
    const names = [l, r].map((side) => side.map(({ label }) => label).join('+')).join('→');
    const flags = [moved && 'moved', renumbered && 'renumbered', form !== 'pair' && form];
    return [names, change, ...flags.filter(Boolean)].join(' ');
  });

const PURPOSE = '为了规范既有住宅增设电梯行为，完善住宅使用功能，根据有关法律法规，结合本市实际，制定本办法。';
const SCOPE = '本市行政区域内既有多层住宅增设电梯的规划、建设、验收和运行管理活动，适用本办法。';
const CONSENT = '增设电梯应当经本单元三分之二以上业主参与表决，并经参与表决四分之三以上的业主同意。';
const MONEY = '增设电梯所需资金由业主自行筹集，可以按照规定提取住房公积金，并可以申请政府补贴。';
const SAFETY = '电梯使用单位应当在电梯投入使用前或者投入使用后三十日内，向特种设备安全监督管理部门办理使用登记。';
const TERM = '本办法自2020年9月6日起施行，有效期三年。';

describe('compareTexts on articles', () => {
  it('finds an inserted article and the renumbered ones behind it', () => {
    expect(
      shown(
        [`第一条 ${PURPOSE}`, `第二条 ${CONSENT}`, `第三条 ${TERM}`],
        [`第一条 ${PURPOSE}`, `第二条 ${SCOPE}`, `第三条 ${CONSENT}`, `第四条 ${TERM.replace('三年', '五年')}`],
      ),
    ).toEqual([
      '第一条→第一条 unchanged',
      '→第二条 new',
      '第二条→第三条 unchanged renumbered',
      '第三条→第四条 changed renumbered',
    ]);
  });

  it('shows a clause that stands elsewhere, unchanged, as moved', () => {
    const { rows } = compare(
      [`第一条 ${PURPOSE}`, `第二条 ${SAFETY}`, `第三条 ${CONSENT}`, `第四条 ${MONEY}`, `第五条 ${TERM}`],
      [`第一条 ${PURPOSE}`, `第二条 ${CONSENT}`, `第三条 ${MONEY}`, `第四条 ${SAFETY}`, `第五条 ${TERM}`],
    );
    const moved = rows.filter((row) => row.moved);
    expect(moved.map(({ left, right, change }) => [left[0]?.label, right[0]?.label, change])).toEqual([
      ['第二条', '第四条', 'unchanged'],
    ]);
    expect(moved[0]?.parts).toEqual([{ kind: 'same', text: SAFETY }]);
  });

  it('finds an article that was split, and two that were merged', () => {
    const both = [`第二条 ${CONSENT}`, MONEY];
    const apart = [`第二条 ${CONSENT}`, `第三条 ${MONEY}`];
    const frame = (inner: readonly string[], last: string) => [`第一条 ${PURPOSE}`, ...inner, `${last} ${TERM}`];
    expect(shown(frame(both, '第三条'), frame(apart, '第四条'))[1]).toBe('第二条→第二条+第三条 changed split');
    expect(shown(frame(apart, '第四条'), frame(both, '第三条'))[1]).toBe('第二条+第三条→第二条 changed merged');
  });

  it('keeps a deleted article behind the one it stood behind', () => {
    expect(
      shown([`第一条 ${PURPOSE}`, `第二条 ${MONEY}`, `第三条 ${TERM}`], [`第一条 ${PURPOSE}`, `第二条 ${TERM}`]),
    ).toEqual(['第一条→第一条 unchanged', '第二条→ gone', '第三条→第二条 unchanged renumbered']);
  });

  it('takes texts that have nothing in common for what they are', () => {
    const { summary } = compare(prose(1).split('\n'), prose(2).split('\n'));
    expect(summary).toMatchObject({ unchanged: 0, changed: 0, new: 12, gone: 12 });
  });
});

describe('compareTexts on notices and plain paragraphs', () => {
  it('aligns points that were renumbered', () => {
    expect(shown([`一、${SCOPE}`, `二、${CONSENT}`], [`一、${MONEY}`, `二、${SCOPE}`, `三、${CONSENT}`])).toEqual([
      '→一、 new',
      '一、→二、 unchanged renumbered',
      '二、→三、 unchanged renumbered',
    ]);
  });

  it('aligns paragraphs without labels', () => {
    const { summary } = compare([PURPOSE, SCOPE, TERM], [PURPOSE, TERM.replace('三年', '五年')]);
    expect(summary).toMatchObject({ unchanged: 1, changed: 1, gone: 1, new: 0 });
  });

  it('answers for an empty side', () => {
    expect(compare([], []).rows).toEqual([]);
    expect(compare([PURPOSE], []).summary).toMatchObject({ gone: 1, new: 0 });
  });
});

describe('a comparison', () => {
  const line = fc.constantFrom(
    PURPOSE,
    SCOPE,
    CONSENT,
    MONEY,
    SAFETY,
    TERM,
    '第一章 总则',
    '附则',
    '（一）材料；',
    '',
    '第三条',
  );
  const text = fc.array(fc.tuple(fc.constantFrom('', '第一条 ', '第二条 ', '第九条 ', '一、', '（二）'), line), {
    maxLength: 12,
  });
  it('holds every unit of both texts exactly once, and every word of them', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [a, b].map((lines) => readDraft(lines.map((parts) => parts.join(''))).provisions);
        const { rows } = compareTexts(left ?? [], right ?? [], segmentExact);
        const ordinals = (side: 'left' | 'right') => rows.flatMap((row) => row[side].map(({ ordinal }) => ordinal));
        expect(ordinals('left').sort((x, y) => x - y)).toEqual(unitsOf(left ?? []).map(({ ordinal }) => ordinal));
        expect(ordinals('right').sort((x, y) => x - y)).toEqual(unitsOf(right ?? []).map(({ ordinal }) => ordinal));
        const firsts = rows.flatMap((row) => row.right[0]?.ordinal ?? []);
        expect(firsts).toEqual(firsts.toSorted((x, y) => x - y));
        const words = (pieces: readonly string[]) => pieces.join('').length;
        const sum = (units: readonly { text: string }[]) => words(units.map((unit) => unit.text));
        const newlines = (side: 'left' | 'right') => rows.reduce((n, row) => n + Math.max(0, row[side].length - 1), 0);
        expect(words(rows.map(({ parts }) => leftText(parts))) - newlines('left')).toBe(sum(unitsOf(left ?? [])));
        expect(words(rows.map(({ parts }) => rightText(parts))) - newlines('right')).toBe(sum(unitsOf(right ?? [])));
      }),
    );
  });
});
