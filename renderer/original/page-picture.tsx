/** The picture of one page. Drawing a page takes a moment: until it is there the sheet says so, and a failure says what to do. */
import { Spin } from 'antd';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { client, pageImageAddress } from '../service/client.ts';
import { asServiceError } from '../service/requested.ts';
import { ServiceError } from '../service/service-error.ts';
import { Failure } from '../ui/failure.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './original.module.css';

interface PagePictureProps {
  readonly sourceId: string;
  /** From 1. */
  readonly page: number;
  readonly dpi: number;
  readonly width: number;
  readonly height: number;
  readonly onPick: (event: MouseEvent<HTMLDivElement>) => void;
  /** What is drawn over it. */
  readonly children: ReactNode;
}

/** To be keyed by its page: zooming keeps the picture there is until a finer one has come, another page begins anew. */
export function PagePicture({ sourceId, page, dpi, width, height, onPick, children }: PagePictureProps) {
  const words = useWords().original;
  const [isDrawn, setDrawn] = useState(false);
  const [failure, setFailure] = useState<ServiceError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const again = (): void => {
    setFailure(null);
    setAttempt((before) => before + 1);
  };
  // A picture does not say why it is not there: the service is asked.
  const ask = async (): Promise<void> => {
    try {
      await client.pageImage(sourceId, page, dpi);
      if (attempt === 0) again();
      else
        setFailure(new ServiceError({ code: 'page_failed', status: 0, detail: words.failed, hint: words.failedHint }));
    } catch (cause) {
      setFailure(asServiceError(cause));
    }
  };
  if (failure !== null) return <Failure error={failure} again={again} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same jump is made by key from the outline and the text
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div className={styles.sheet} style={{ width, height }} aria-busy={!isDrawn} onClick={onPick} title={words.pick}>
      <img
        key={attempt}
        className={styles.picture}
        src={pageImageAddress(sourceId, page, dpi)}
        alt={words.pageOf(String(page))}
        width={width}
        height={height}
        draggable={false}
        onLoad={() => setDrawn(true)}
        onError={() => void ask()}
      />
      {children}
      {!isDrawn && (
        <p className={styles.drawing} role="status">
          <Spin size="small" />
          {words.drawing(String(page))}
        </p>
      )}
    </div>
  );
}
