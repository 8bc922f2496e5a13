/** The original beside the text: the page on which the clause in view is printed, with the clause and the hits framed. */
import { Skeleton } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PagesResponse, ProvisionView } from '../../indexer/contract.ts';
import { Failure } from '../ui/failure.tsx';
import type { Range } from '../ui/segments.ts';
import { useWords } from '../words/use-words.ts';
import { doubtfulFrames, type Frame, hitFrames, pageOf, provisionAt, provisionFrames } from './frames.ts';
import styles from './original.module.css';
import { PageBar } from './page-bar.tsx';
import { PageView } from './page-view.tsx';
import { useFollowed } from './use-followed.ts';
import { usePages } from './use-pages.ts';

export interface OriginalPanelProps {
  readonly documentId: string;
  readonly sourceId: string;
  readonly provisions: readonly ProvisionView[];
  /** Ordinal of the provision that is being read; null before there is one. */
  readonly place: number | null;
  readonly ranges: ReadonlyMap<string, readonly Range[]>;
  /** The hit that the reader is at. */
  readonly now: { readonly provisionId: string | null; readonly mark: number } | null;
  readonly onPick: (provision: ProvisionView) => void;
  readonly onClose: () => void;
}

export function OriginalPanel(props: OriginalPanelProps) {
  const words = useWords().original;
  const answer = usePages(props.documentId, props.sourceId);
  return (
    <section className={styles.panel} aria-label={words.title}>
      {answer.state === 'failed' && <Failure error={answer.error} again={answer.again} />}
      {answer.state === 'waiting' && <Skeleton className={styles.waiting ?? ''} active paragraph={{ rows: 16 }} />}
      {answer.state === 'ready' && <Pages {...props} pages={answer.data} />}
    </section>
  );
}

const ZOOM_STEP = 1.2;
const [LEAST_ZOOM, MOST_ZOOM] = [0.4, 4];
const EDGE = 24;

function Pages(props: OriginalPanelProps & { readonly pages: PagesResponse }) {
  const { pages, provisions, place, ranges, now, onPick, onClose } = props;
  const hit = provisions.find(({ id }) => id === now?.provisionId)?.ordinal ?? null;
  const reading = useFollowed(place, hit);
  const begins = reading === null ? null : pageOf(pages, reading);
  const [number, setNumber] = useState(begins ?? firstPage(pages));
  const [zoom, setZoom] = useState(1);
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room);

  // The page follows the text; who has leafed on is brought back by reading on.
  useEffect(() => {
    if (begins !== null) setNumber(begins);
  }, [begins]);

  const page = pages.pages[number - 1];
  if (page === undefined) return null;
  const leaf = (to: number): void => setNumber(Math.min(pages.pages.length, Math.max(1, to)));
  const change = (step: 1 | -1 | 0): void =>
    setZoom((old) => (step === 0 ? 1 : Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, old * ZOOM_STEP ** step))));
  const press = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    if (act === 'next' || act === 'previous') leaf(number + (act === 'next' ? 1 : -1));
    else if (act === 'close') onClose();
    else change(act);
  };
  const onPage = (frames: readonly Frame[]): Frame[] => frames.filter((frame) => frame.page === number);
  const marked = provisions.flatMap((provision) => {
    const own = ranges.get(provision.id);
    if (own === undefined) return [];
    return hitFrames(pages, provision, own).map((frames, mark) => ({ id: provision.id, mark, frames: onPage(frames) }));
  });
  const doubtful = page.scanned ? doubtfulFrames(pages, number) : [];
  const isNow = ({ id, mark }: { id: string; mark: number }): boolean => now?.provisionId === id && now.mark === mark;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for leafing, each of which has a button too
    <div className={styles.pages} onKeyDown={press}>
      <PageBar
        page={number}
        pages={pages.pages.length}
        scanned={page.scanned}
        doubtful={doubtful.length}
        onPage={leaf}
        onZoom={change}
        onClose={onClose}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <div className={styles.room} ref={room} tabIndex={0}>
        {width > 0 && (
          <PageView
            sourceId={pages.sourceId}
            page={page}
            width={Math.round((width - EDGE) * zoom)}
            clause={reading === null ? [] : onPage(provisionFrames(pages, reading))}
            doubtful={doubtful}
            hits={marked.filter((hit) => !isNow(hit)).flatMap(({ frames }) => frames)}
            now={marked.filter(isNow).flatMap(({ frames }) => frames)}
            onPick={(point) => {
              const ordinal = provisionAt(pages, number, point);
              const provision = provisions.find((one) => one.ordinal === ordinal);
              if (provision !== undefined) onPick(provision);
            }}
          />
        )}
      </div>
    </div>
  );
}

const KEYS: Readonly<Record<string, 'next' | 'previous' | 'close' | 1 | -1 | 0>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  Escape: 'close',
  '+': 1,
  '=': 1,
  '-': -1,
  '0': 0,
};

/** Where the document begins, even when the text was read from another source. */
function firstPage({ lines }: PagesResponse): number {
  return lines.find(([page]) => page > 0)?.[0] ?? 1;
}

/** How much room there is, now and when the window changes. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
