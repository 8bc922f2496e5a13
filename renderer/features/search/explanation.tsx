/** 为何在此: which rules put a hit where it stands, asked for when somebody wants to know. */
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Popover, Skeleton } from 'antd';
import { useState } from 'react';
import type { Hit } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './explanation.module.css';
import { type SearchState, searchRequest } from './search-state.ts';

interface ExplanationProps {
  readonly state: SearchState;
  readonly hit: Hit;
}

export function Explanation({ state, hit }: ExplanationProps) {
  const words = useWords().search.explanation;
  const [open, setOpen] = useState(false);
  return (
    <Popover
      content={open && <Rules state={state} hit={hit} />}
      title={words.title}
      trigger={['click']}
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
    >
      <Button
        type="text"
        size="small"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={words.title}
        title={words.title}
      />
    </Popover>
  );
}

function Rules({ state, hit }: ExplanationProps) {
  const words = useWords().search.explanation;
  const format = useFormat();
  const request = searchRequest(state);
  request.set('explain', '1');
  const answer = useRequested({
    key: ['search', request.toString()],
    ask: (signal) => client.search(request, signal),
  });
  if (answer.state === 'failed') return <p>{answer.error.message}</p>;
  if (answer.state === 'waiting')
    return <Skeleton active title={false} paragraph={{ rows: 3 }} className={styles.rules ?? ''} />;
  const same = answer.data.hits.find(({ id, provisionId }) => id === hit.id && provisionId === hit.provisionId);
  const rules = same?.explanation ?? [];
  if (rules.length === 0) return <p>{words.byOrder}</p>;
  return (
    <ol className={styles.rules}>
      {rules.map(({ rule, text, weight, kind }) => (
        <li key={`${rule} ${text}`}>
          <span>{text}</span>
          <span className={styles.weight}>
            {kind === 'factor' ? '×' : '+'}
            {format.number(Math.round(weight * 100) / 100)}
          </span>
        </li>
      ))}
    </ol>
  );
}
