/** Leafing and zooming: page forward and back, to a page by its number, larger, smaller, as wide as there is room. */
import {
  CloseOutlined,
  ColumnWidthOutlined,
  LeftOutlined,
  RightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useFormat, useWords } from '../words/use-words.ts';
import styles from './original.module.css';

interface PageBarProps {
  readonly page: number;
  readonly pages: number;
  readonly scanned: boolean;
  /** Lines of the page that OCR is not sure of. */
  readonly doubtful: number;
  readonly onPage: (page: number) => void;
  readonly onZoom: (step: 1 | -1 | 0) => void;
  readonly onClose: () => void;
}

export function PageBar({ page, pages, scanned, doubtful, onPage, onZoom, onClose }: PageBarProps) {
  const words = useWords().original;
  const format = useFormat();
  return (
    <div className={styles.bar}>
      <Tool label={words.previous} icon={<LeftOutlined />} disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <PageNumber page={page} pages={pages} onPage={onPage} />
      <Tool label={words.next} icon={<RightOutlined />} disabled={page >= pages} onClick={() => onPage(page + 1)} />
      {scanned && (
        <span className={styles.scanned} title={words.scannedHint}>
          {words.scanned}
        </span>
      )}
      {doubtful > 0 && (
        <span className={`${styles.scanned} ${styles.unsure}`} title={words.doubtfulHint}>
          {words.doubtful(format.number(doubtful))}
        </span>
      )}
      <span className={styles.space} />
      <Tool label={words.smaller} icon={<ZoomOutOutlined />} onClick={() => onZoom(-1)} />
      <Tool label={words.larger} icon={<ZoomInOutlined />} onClick={() => onZoom(1)} />
      <Tool label={words.fit} icon={<ColumnWidthOutlined />} onClick={() => onZoom(0)} />
      <Tool label={words.close} icon={<CloseOutlined />} onClick={onClose} />
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon, disabled = false, onClick }: ToolProps) {
  return (
    <Button
      type="text"
      size="small"
      icon={icon}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    />
  );
}

/** The number can be typed over; what is no page of the file goes back to what it was. */
function PageNumber({ page, pages, onPage }: Pick<PageBarProps, 'page' | 'pages' | 'onPage'>) {
  const words = useWords().original;
  const [text, setText] = useState(String(page));
  useEffect(() => setText(String(page)), [page]);
  const commit = (): void => {
    const wanted = Number(text);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted);
    else setText(String(page));
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') commit();
  };
  return (
    <label className={styles.number}>
      {words.before}
      <input
        className={styles.input}
        aria-label={words.toPage}
        inputMode="numeric"
        value={text}
        size={3}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={press}
        onFocus={(event) => event.target.select()}
      />
      {words.after(String(pages))}
    </label>
  );
}
