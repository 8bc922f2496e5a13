/** The heads of the two columns: which text stands there, and the way to another. */
import { Button } from 'antd';
import { Link } from 'react-router';
import type { ComparedText, ComparisonResponse } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './compare.module.css';
import type { CompareState } from './compare-state.ts';

interface HeadsProps {
  readonly comparison: ComparisonResponse;
  readonly onChange: (part: Partial<CompareState>) => void;
}

export function Heads({ comparison, onChange }: HeadsProps) {
  const words = useWords().compare;
  return (
    <header className={styles.heads} data-stays>
      <div className={styles.tags} />
      <Head text={comparison.left} side={words.left} onClear={() => onChange({ left: null })} />
      <Head text={comparison.right} side={words.right} onClear={() => onChange({ right: null })} />
    </header>
  );
}

interface HeadProps {
  readonly text: ComparedText;
  readonly side: string;
  readonly onClear: () => void;
}

function Head({ text, side, onClear }: HeadProps) {
  const words = useWords().compare;
  const format = useFormat();
  const facts = [side, text.number, text.writtenOn && format.day(text.writtenOn)].filter(Boolean).join(' · ');
  return (
    <div className={styles.head}>
      <h2>{text.id === null ? text.title || side : <Link to={documentAddress(text.id)}>{text.title}</Link>}</h2>
      <p>
        {facts}
        <Button type="link" size="small" onClick={onClear} aria-label={`${words.change} ${side}`}>
          {words.change}
        </Button>
      </p>
    </div>
  );
}
