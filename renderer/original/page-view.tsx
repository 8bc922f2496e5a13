/** One page of the original as a picture, with the clause that is being read and the hits framed. */
import { type MouseEvent, useEffect, useRef } from 'react';
import type { PageView as Page } from '../../indexer/contract.ts';
import { useWords } from '../words/use-words.ts';
import type { Frame } from './frames.ts';
import styles from './original.module.css';
import { PagePicture } from './page-picture.tsx';

interface PageViewProps {
  readonly sourceId: string;
  readonly page: Page;
  /** Width on the screen in pixels. */
  readonly width: number;
  readonly clause: readonly Frame[];
  /** Lines that OCR is not sure of. */
  readonly doubtful: readonly Frame[];
  readonly hits: readonly Frame[];
  /** The hit that the reader is at. */
  readonly now: readonly Frame[];
  readonly onPick: (point: readonly [number, number]) => void;
}

/** Resolutions that are asked for, so that a little zooming asks for nothing new. */
const DPI_STEP = 36;
const [LEAST_DPI, MOST_DPI] = [72, 288];
const POINTS_AN_INCH = 72;
const RIM = 3;

export function PageView({ sourceId, page, width, clause, doubtful, hits, now, onPick }: PageViewProps) {
  const words = useWords().original;
  const frame = useRef<SVGGElement>(null);
  const scale = width / page.width;

  const sought = (now[0] ?? clause[0] ?? null) as Frame | null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another thing to show
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [sought?.page, sought?.x, sought?.y, width]);

  const pick = (event: MouseEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onPick([(event.clientX - box.left) / scale, (event.clientY - box.top) / scale]);
  };
  return (
    <PagePicture
      key={`${sourceId}/${page.page}`}
      sourceId={sourceId}
      page={page.page}
      dpi={dpiFor(width, page.width)}
      width={width}
      height={page.height * scale}
      onPick={pick}
    >
      <svg className={styles.frames} viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
        <title>{words.frames}</title>
        {doubtful.map((line) => (
          <rect key={`${line.x}/${line.y}`} className={styles.doubtful} {...grown(line, 0)} />
        ))}
        {hits.map((hit) => (
          <rect key={`${hit.x}/${hit.y}`} className={styles.hit} {...grown(hit, 1)} rx={1} />
        ))}
        <g ref={frame}>
          {clause.map((one) => (
            <rect key={`${one.x}/${one.y}`} className={styles.clause} {...grown(one, RIM)} rx={2} />
          ))}
        </g>
        {now.map((hit) => (
          <rect key={`${hit.x}/${hit.y}`} className={styles.now} {...grown(hit, 1)} rx={1} />
        ))}
      </svg>
    </PagePicture>
  );
}

const grown = ({ x, y, width, height }: Frame, by: number) => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

function dpiFor(shown: number, points: number): number {
  const wanted = ((shown * window.devicePixelRatio) / points) * POINTS_AN_INCH;
  return Math.min(MOST_DPI, Math.max(LEAST_DPI, Math.ceil(wanted / DPI_STEP) * DPI_STEP));
}
