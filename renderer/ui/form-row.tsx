/** One field of a form: its name beside it, and below it whatever there is to say. */
import { type ReactNode, useId } from 'react';
import styles from './form.module.css';

interface FormRowProps {
  readonly label: string;
  readonly below?: ReactNode;
  readonly children: (id: string) => ReactNode;
}

export function FormRow({ label, below, children }: FormRowProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id)}
        {below}
      </div>
    </div>
  );
}
