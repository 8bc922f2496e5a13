/** A request that failed: what happened, what to do, and the button that tries again. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ServiceError } from '../service/service-error.ts';
import { useWords } from '../words/use-words.ts';
import { StateBlock } from './state-block.tsx';

interface FailureProps {
  readonly error: ServiceError;
  readonly again: () => void;
  readonly heading?: boolean;
  readonly children?: ReactNode;
}

export function Failure({ error, again, heading = false, children }: FailureProps) {
  const words = useWords().failure;
  const hint = error.code === 'not_signed_in' ? words.signIn : error.hint;
  return (
    <StateBlock title={error.message} hint={hint} tone="bad" heading={heading}>
      <Button onClick={again}>{words.again}</Button>
      {children}
    </StateBlock>
  );
}
