/** A request that failed: what happened, what to do, and the button that tries again. */
import { Button } from 'antd';
import { Link } from 'react-router';
import { PAGES } from '../addresses.ts';
import type { ServiceError } from '../service/service-error.ts';
import { useWords } from '../words/use-words.ts';
import { StateBlock } from './state-block.tsx';

interface FailureProps {
  readonly error: ServiceError;
  readonly again: () => void;
  /** It stands for a whole page. */
  readonly heading?: boolean;
}

export function Failure({ error, again, heading = false }: FailureProps) {
  const words = useWords().failure;
  const hint = error.code === 'not_signed_in' ? words.signIn : error.hint;
  return (
    <StateBlock title={error.message} hint={hint} tone="bad" heading={heading}>
      <Button onClick={again}>{words.again}</Button>
      {heading && <Link to={PAGES.search}>{words.toSearch}</Link>}
    </StateBlock>
  );
}
