/** Rules of a page → the tables that they draw: which cells there are, and which go over several rows or columns. */
import type { Box } from '../read-text.ts';
import type { Rule } from './rules.ts';

export interface GridCell {
  /** Of the row and the column that it begins in, from 0. */
  readonly row: number;
  readonly column: number;
  readonly box: Box;
}

export interface Grid {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  /** Row by row, from left to right. */
  readonly cells: readonly GridCell[];
  /** Tops of the rows, and the bottom of the last one. */
  readonly edges: readonly number[];
}

/** Rules that meet may miss each other by so many points. */
const MISSED = 3;
/** What lies nearer is one edge of cells; double rules are. */
const ONE_EDGE = 3.5;
/** A table may leave its sides open, or be broken by the page: then its rules stick out so far. */
const STICKING_OUT = 8;
const MOST_CELLS = 20_000;
/** Rules over and under a text are no table. */
const RULES_OF_BANDS = 4;

/** Only what has at least two columns. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  return groupsOf(rules).flatMap((group) => {
    const grid = gridOf(group);
    return grid === null ? [] : [grid];
  });
}

/** Rules one below the other, from the same place to the same place: they part rows, and nothing parts the columns. */
export function findBands(rules: readonly Rule[]): Pick<Grid, 'box' | 'edges'>[] {
  const down = rules.filter((rule) => !rule.across);
  const lone = rules.filter((rule) => rule.across && !down.some((other) => meet(rule, other)));
  const groups: Rule[][] = [];
  for (const rule of lone) {
    const group = groups.find(([first]) => first !== undefined && isLike(first, rule));
    if (group === undefined) groups.push([rule]);
    else group.push(rule);
  }
  return groups.flatMap((group) => {
    const edges = group.map(({ at }) => at).sort((a, b) => a - b);
    const [first] = group;
    if (first === undefined || edges.length < RULES_OF_BANDS) return [];
    const [x, y] = [first.from, edges[0] ?? 0];
    return [{ edges, box: { x, y, width: first.to - x, height: (edges.at(-1) ?? y) - y } }];
  });
}

const isLike = (a: Rule, b: Rule): boolean => Math.abs(a.from - b.from) <= MISSED && Math.abs(a.to - b.to) <= MISSED;

/** The bands of a page, parted at these places into columns. */
export function gridOfBands({ box, edges }: Pick<Grid, 'box' | 'edges'>, parts: readonly number[]): Grid {
  const xs = [box.x, ...parts, box.x + box.width];
  const cells = edges.slice(1).flatMap((bottom, row) =>
    xs.slice(1).map((right, column): GridCell => {
      const [x, y] = [xs[column] ?? 0, edges[row] ?? 0];
      return { row, column, box: { x, y, width: right - x, height: bottom - y } };
    }),
  );
  return { box, rows: edges.length - 1, columns: xs.length - 1, cells, edges };
}

/** Rules that hang together. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  rules.forEach((rule, index) => {
    if (!rule.across) return;
    rules.forEach((other, at) => {
      if (!other.across && meet(rule, other)) parent[rootOf(at)] = rootOf(index);
    });
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), rule]);
  });
  return [...groups.values()];
}

const within = (value: number, { from, to }: Rule): boolean => value >= from - MISSED && value <= to + MISSED;
const meet = (across: Rule, down: Rule): boolean => within(down.at, across) && within(across.at, down);

function gridOf(rules: readonly Rule[]): Grid | null {
  const across = rules.filter((rule) => rule.across);
  const down = rules.filter((rule) => !rule.across);
  if (across.length === 0 || down.length === 0) return null;
  const [xs, ys] = [edgesOf(down, across), edgesOf(across, down)];
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 2 || rows < 1 || columns * rows > MOST_CELLS) return null;
  const cells = mergeCells({ xs, ys, across, down });
  const [x, y, right, bottom] = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  return { box: { x, y, width: right - x, height: bottom - y }, rows, columns, cells, edges: ys };
}

/** Where the rules of one direction stand, and where those of the other begin and end when they stick out. */
function edgesOf(rules: readonly Rule[], others: readonly Rule[]): number[] {
  const edges: number[] = [];
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b))
    if (edges.length === 0 || at - (edges.at(-1) ?? 0) > ONE_EDGE) edges.push(at);
  const from = Math.min(...others.map((rule) => rule.from));
  const to = Math.max(...others.map((rule) => rule.to));
  if ((edges[0] ?? from) - from > STICKING_OUT) edges.unshift(from);
  if (to - (edges.at(-1) ?? to) > STICKING_OUT) edges.push(to);
  return edges;
}

interface Ruling {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Where no rule parts two fields of the grid, they are one cell. */
function mergeCells({ xs, ys, across, down }: Ruling): GridCell[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const owner = Array.from({ length: rows * columns }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (owner[root] !== root) root = owner[root] ?? root;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [rootOf(a), rootOf(b)];
    owner[Math.max(one, other)] = Math.min(one, other);
  };
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const field = row * columns + column;
      const [x, y] = [middleOf(xs, column), middleOf(ys, row)];
      if (column + 1 < columns && !isRuled(down, xs[column + 1] ?? 0, y)) join(field, field + 1);
      if (row + 1 < rows && !isRuled(across, ys[row + 1] ?? 0, x)) join(field, field + columns);
    }
  const fields = new Map<number, number[]>();
  owner.forEach((_, index) => {
    const root = rootOf(index);
    fields.set(root, [...(fields.get(root) ?? []), index]);
  });
  return [...fields.values()].map((own) => cellOf(own, xs, ys));
}

const middleOf = (edges: readonly number[], index: number): number =>
  ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;

const isRuled = (rules: readonly Rule[], edge: number, beside: number): boolean =>
  rules.some((rule) => rule.at - edge >= -SAME_EDGE && rule.at - edge <= ONE_EDGE && within(beside, rule));
const SAME_EDGE = 0.5;

function cellOf(fields: readonly number[], xs: readonly number[], ys: readonly number[]): GridCell {
  const columns = xs.length - 1;
  const rowsOf = fields.map((field) => Math.floor(field / columns));
  const columnsOf = fields.map((field) => field % columns);
  const [row, column] = [Math.min(...rowsOf), Math.min(...columnsOf)];
  const [x, y] = [xs[column] ?? 0, ys[row] ?? 0];
  const width = (xs[Math.max(...columnsOf) + 1] ?? x) - x;
  const height = (ys[Math.max(...rowsOf) + 1] ?? y) - y;
  return { row, column, box: { x, y, width, height } };
}
