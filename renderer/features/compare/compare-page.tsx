/** The comparison page: two texts to choose, then both clause by clause. Everything chosen stands in the address. */
import { Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useWords } from '../../words/use-words.ts';
import styles from './compare.module.css';
import { type CompareState, readState, writeState } from './compare-state.ts';
import { Comparison } from './comparison.tsx';
import { TextPicker } from './text-picker.tsx';
import { choiceOf, useComparison } from './use-comparison.ts';

export function ComparePage() {
  const words = useWords().compare;
  const [address, setAddress] = useSearchParams();
  const state = readState(address);
  usePageTitle(words.title);
  const change = (part: Partial<CompareState>): void =>
    setAddress(writeState({ ...state, ...part }), { preventScrollReset: true, replace: !('left' in part) });
  const ready = [state.left, state.right].every((key) => key !== null && choiceOf(key) !== null);
  if (ready && state.left !== null && state.right !== null)
    return <Chosen left={state.left} right={state.right} state={state} onChange={change} />;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{words.title}</h1>
        <p className={page.note}>{words.intro}</p>
      </header>
      <div className={styles.pickers}>
        <TextPicker
          side={words.left}
          chosen={state.left}
          other={state.right}
          onChoose={(left) => change({ left })}
          focus={state.left === null}
        />
        <TextPicker
          side={words.right}
          chosen={state.right}
          other={state.left}
          onChoose={(right) => change({ right, left: state.left })}
          focus={state.left !== null && state.right === null}
        />
      </div>
    </div>
  );
}

interface ChosenProps {
  readonly left: string;
  readonly right: string;
  readonly state: CompareState;
  readonly onChange: (part: Partial<CompareState>) => void;
}

function Chosen({ left, right, state, onChange }: ChosenProps) {
  const words = useWords().compare;
  const answer = useComparison(left, right);
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} heading />;
  if (answer.state === 'waiting')
    return (
      <div className={page.page} aria-busy="true">
        <p className="visually-hidden" role="status">
          {words.comparing}
        </p>
        <Skeleton active title paragraph={{ rows: 12 }} />
      </div>
    );
  return <Comparison key={`${left} ${right}`} comparison={answer.data} state={state} onChange={onChange} />;
}
