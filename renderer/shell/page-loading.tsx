/** Stands where a page will be while its chunk is fetched. */
import { Skeleton } from 'antd';
import { useWords } from '../words/use-words.ts';
import styles from './layout.module.css';

export function PageLoading() {
  const words = useWords().common;
  return (
    <div className={styles.loading} role="status" aria-label={words.loading}>
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}
