/** A text field that grows with what is typed; antd's own way sets inline styles, which the page's policy forbids. */
import { Input } from 'antd';
import styles from './form.module.css';

interface GrowingTextProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  /** Line breaks are dropped as they are typed or pasted. */
  readonly oneLine?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
}

export function GrowingText({ onChange, rows = 1, oneLine = false, ...rest }: GrowingTextProps) {
  return (
    <Input.TextArea
      {...rest}
      rows={rows}
      className={styles.growing ?? ''}
      onChange={({ target }) => onChange(oneLine ? target.value.replace(/[\r\n]+/g, '') : target.value)}
    />
  );
}
