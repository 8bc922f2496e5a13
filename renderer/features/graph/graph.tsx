/** Draws a layout: documents as cards that can be reached by Tab, citations as curves behind them. */
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { NeighbourhoodResponse } from '../../../indexer/contract.ts';
import { documentAddress, graphAddress } from '../../addresses.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { wordFor } from '../../words/words.ts';
import styles from './graph.module.css';
import { type Layout, layOut, type PlacedNode } from './layout.ts';

interface GraphProps {
  readonly centre: string;
  readonly answer: NeighbourhoodResponse;
}

// Five columns fit a wide window.
const CARD = { width: 240, height: 74 };
const GAP = { x: 52, y: 14 };
/** Room above the first card. */
const HEAD = 4;

export function Graph({ centre, answer }: GraphProps) {
  const words = useWords();
  const [pointed, setPointed] = useState<string | null>(null);
  const layout = layOut(centre, answer);
  const places = new Map(layout.nodes.map((placed) => [placed.node.id, boxOf(layout, placed)]));
  const width = layout.columns.length * (CARD.width + GAP.x) - GAP.x;
  const height = HEAD + layout.rows * (CARD.height + GAP.y);
  const scroll = useRef<HTMLDivElement>(null);
  // In a narrow window the middle is what one came for, not the left edge.
  useEffect(() => {
    const box = scroll.current;
    const middle = box?.querySelector<HTMLElement>(`[data-id="${CSS.escape(centre)}"]`);
    if (!box || !middle) return;
    box.scrollTo(
      middle.offsetLeft + middle.offsetWidth / 2 - box.clientWidth / 2,
      middle.offsetTop + middle.offsetHeight / 2 - box.clientHeight / 2,
    );
  }, [centre]);
  const isLit = (from: string, to: string): boolean => pointed === null || from === pointed || to === pointed;
  return (
    <div className={styles.scroll} ref={scroll}>
      <div className={styles.columns} style={{ width }}>
        {layout.columns.map((column, at) => (
          <p
            key={column}
            className={styles.column}
            style={{ insetInlineStart: at * (CARD.width + GAP.x), width: CARD.width }}
          >
            {wordFor(words.graph.columns, String(column))}
          </p>
        ))}
      </div>
      <div className={styles.canvas} style={{ width, height }}>
        <svg className={styles.edges} width={width} height={height} aria-hidden="true">
          {answer.edges.map(({ from, to, relation, count }) => {
            const [a, b] = [places.get(from), places.get(to)];
            if (a === undefined || b === undefined) return null;
            return (
              <path
                key={`${from} ${to} ${relation}`}
                className={styles.edge}
                data-relation={relation}
                data-dim={!isLit(from, to) || undefined}
                strokeWidth={Math.min(4, 1 + Math.log2(count))}
                d={curve(a, b)}
              />
            );
          })}
        </svg>
        <ul>
          {layout.nodes.map(({ node, column }) => {
            const box = places.get(node.id);
            const relations = answer.edges
              .filter(
                ({ from, to }) => [from, to].includes(node.id) && [from, to].includes(centre) && node.id !== centre,
              )
              .map(({ relation }) => wordFor(words.document.relations, relation));
            return (
              <li
                key={node.id}
                className={styles.card}
                data-id={node.id}
                data-centre={column === 0 || undefined}
                style={{ insetInlineStart: box?.x, insetBlockStart: box?.y, width: CARD.width, height: CARD.height }}
                onPointerEnter={() => setPointed(node.id)}
                onPointerLeave={() => setPointed(null)}
                onFocus={() => setPointed(node.id)}
                onBlur={() => setPointed(null)}
              >
                <Card node={node} relations={[...new Set(relations)]} centre={column === 0} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

interface CardProps {
  readonly node: PlacedNode['node'];
  readonly relations: readonly string[];
  readonly centre: boolean;
}

function Card({ node, relations, centre }: CardProps) {
  const words = useWords();
  const format = useFormat();
  return (
    <>
      <Link className={styles.title} to={centre ? documentAddress(node.id) : graphAddress(node.id)} title={node.title}>
        {node.title}
      </Link>
      <p className={styles.facts}>
        <span className={styles.told}>
          {relations.map((relation) => (
            <span key={relation} className={styles.relation}>
              {relation}
            </span>
          ))}
          <span>{wordFor(words.validity, node.status)}</span>
          {node.number !== null && <span className={styles.number}>{node.number}</span>}
          {node.number === null && node.writtenOn !== null && (
            <time className={styles.date} dateTime={node.writtenOn}>
              {format.day(node.writtenOn)}
            </time>
          )}
        </span>
        {!centre && (
          <Link className={styles.open} to={documentAddress(node.id)} aria-label={words.graph.openNamed(node.title)}>
            {words.graph.open}
          </Link>
        )}
      </p>
    </>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
}

/** Columns are centred on the tallest. */
function boxOf(layout: Layout, { column, row }: PlacedNode): Box {
  const own = layout.nodes.filter((one) => one.column === column).length;
  return {
    x: layout.columns.indexOf(column) * (CARD.width + GAP.x),
    y: HEAD + (row + (layout.rows - own) / 2) * (CARD.height + GAP.y),
  };
}

/** From the side of one card to the facing side of the other; within a column round the outside. */
function curve(from: Box, to: Box): string {
  const middle = CARD.height / 2;
  const forward = to.x > from.x;
  const same = to.x === from.x;
  const start = { x: from.x + (forward || same ? CARD.width : 0), y: from.y + middle };
  const end = { x: to.x + (forward ? 0 : CARD.width), y: to.y + middle };
  const reach = same ? GAP.x / 2 : (end.x - start.x) / 2;
  return `M ${start.x} ${start.y} C ${start.x + reach} ${start.y}, ${same ? end.x + reach : end.x - reach} ${end.y}, ${end.x} ${end.y}`;
}
