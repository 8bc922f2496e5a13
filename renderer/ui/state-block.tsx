/** What stands where there is nothing to show: a sentence, what to do about it, and the buttons that do it. */
import type { ReactNode } from 'react';
import styles from './state-block.module.css';

interface StateBlockProps {
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
  readonly tone?: 'calm' | 'bad';
  /** On a page of its own the sentence is the page's heading. */
  readonly heading?: boolean;
}

export function StateBlock({ title, hint, children, tone = 'calm', heading = false }: StateBlockProps) {
  const Title = heading ? 'h1' : 'p';
  return (
    <div className={styles.block} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <Title className={styles.title}>{title}</Title>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
