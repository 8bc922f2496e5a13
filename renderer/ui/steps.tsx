/** Goes through the places of a text, back and on, and says at which one the reader is. */
import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import styles from './steps.module.css';

interface StepsProps {
  readonly previous: string;
  readonly next: string;
  /** 第 3 处，共 12 处 */
  readonly counter: string;
  readonly disabled: boolean;
  readonly onStep: (step: 1 | -1) => void;
}

export function Steps({ previous, next, counter, disabled, onStep }: StepsProps) {
  return (
    <div className={styles.steps}>
      <Tooltip title={`${previous} (p / Shift+F8)`}>
        <Button
          size="small"
          icon={<UpOutlined aria-hidden />}
          aria-label={previous}
          disabled={disabled}
          onClick={() => onStep(-1)}
        />
      </Tooltip>
      <Tooltip title={`${next} (n / F8)`}>
        <Button
          size="small"
          icon={<DownOutlined aria-hidden />}
          aria-label={next}
          disabled={disabled}
          onClick={() => onStep(1)}
        />
      </Tooltip>
      <output aria-live="polite">{counter}</output>
    </div>
  );
}
