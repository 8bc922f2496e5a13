/** Stands where a document will be, in the shape that it will have. */
import { Skeleton } from 'antd';
import { useWords } from '../../words/use-words.ts';
import styles from './document-page.module.css';

export function DocumentLoading() {
  const words = useWords().common;
  return (
    <div className={styles.page} role="status" aria-label={words.loading}>
      <aside className={styles.outline}>
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      </aside>
      <div className={styles.text}>
        <Skeleton active paragraph={{ rows: 14 }} />
      </div>
      <aside className={styles.side}>
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      </aside>
    </div>
  );
}
