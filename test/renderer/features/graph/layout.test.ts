/** The graph stays readable: every document once, no two in one place, citing on the left and cited on the right. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type GraphEdge, type GraphNode, layOut } from '../../../../renderer/features/graph/layout.ts';

const node = (id: string, distance: number): GraphNode => ({
  id,
  title: id,
  number: null,
  writtenOn: null,
  effectiveOn: null,
  type: null,
  status: 'in-force',
  distance,
});
const edge = (from: string, to: string, relation = 'mentions'): GraphEdge => ({ from, to, relation, count: 1 });

it('puts who cites on the left, what is cited on the right, and each step further out', () => {
  const { nodes, columns } = layOut('甲', {
    nodes: [node('甲', 0), node('乙', 1), node('丙', 1), node('丁', 2)],
    edges: [edge('乙', '甲'), edge('甲', '丙'), edge('丙', '丁')],
  });
  expect(columns).toEqual([-1, 0, 1, 2]);
  expect(Object.fromEntries(nodes.map((one) => [one.node.id, one.column]))).toEqual({ 甲: 0, 乙: -1, 丙: 1, 丁: 2 });
});

it('lists what repeals before what mentions', () => {
  const { nodes } = layOut('甲', {
    nodes: [node('甲', 0), node('乙', 1), node('丙', 1)],
    edges: [edge('甲', '乙'), edge('甲', '丙', 'repeals')],
  });
  expect(nodes.filter(({ column }) => column === 1).map((one) => one.node.id)).toEqual(['丙', '乙']);
});

it('every document has one place and no place has two, whatever cites whatever', () => {
  const id = fc.constantFrom(...'甲乙丙丁戊己庚');
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), (pairs) => {
      const nodes = [...'甲乙丙丁戊己庚'].map((one, i) => node(one, i === 0 ? 0 : 1 + (i % 2)));
      const { nodes: placed, rows } = layOut('甲', { nodes, edges: pairs.map(([from, to]) => edge(from, to)) });
      expect(placed).toHaveLength(nodes.length);
      expect(new Set(placed.map(({ column, row }) => `${column} ${row}`)).size).toBe(nodes.length);
      for (const { row } of placed) expect(row).toBeLessThan(rows);
    }),
  );
});
