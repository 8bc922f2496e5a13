/** 被引 beside a clause: how often it is named; pressed, by whom and in which words. */
import { Popover, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { documentAddress } from '../../../addresses.ts';
import { client } from '../../../service/client.ts';
import { useRequested } from '../../../service/requested.ts';
import { useFormat, useWords } from '../../../words/use-words.ts';
import { wordFor } from '../../../words/words.ts';
import styles from './citing.module.css';

interface CitedBadgeProps {
  readonly documentId: string;
  readonly provisionId: string;
  readonly label: string;
  readonly count: number;
}

export function CitedBadge({ documentId, provisionId, label, count }: CitedBadgeProps) {
  const words = useWords().citing;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      content={<CitedBy documentId={documentId} provisionId={provisionId} />}
      destroyOnHidden
      title={words.citedBy(label)}
      trigger={['click']}
      placement="leftTop"
      open={open}
      onOpenChange={setOpen}
    >
      <button type="button" className={styles.badge} aria-label={words.citedCount(label, format.number(count))}>
        {words.cited} {format.number(count)}
      </button>
    </Popover>
  );
}

const MOST = 30;

function CitedBy({ documentId, provisionId }: Pick<CitedBadgeProps, 'documentId' | 'provisionId'>) {
  const words = useWords();
  const format = useFormat();
  const answer = useRequested({
    key: ['citations', documentId, 'in', provisionId],
    ask: (signal) =>
      client.citations(documentId, { direction: 'in', provision: provisionId, internal: 'true', limit: MOST }, signal),
  });
  if (answer.state === 'failed') return <p>{answer.error.message}</p>;
  if (answer.state === 'waiting')
    return <Skeleton active title={false} paragraph={{ rows: 3 }} className={styles.preview ?? ''} />;
  const { citations, total } = answer.data;
  return (
    <ul className={styles.citedBy}>
      {citations.map((citation) => (
        <li key={citation.id}>
          <Link to={documentAddress(citation.document?.id ?? documentId, { at: citation.provisionId })}>
            {citation.relation === 'internal' ? words.citing.thisText : citation.document?.title}
            {citation.in !== null && citation.in !== '' && ` ${citation.in}`}
          </Link>
          <span className={styles.remark}>{wordFor(words.document.relations, citation.relation)}</span>
          <p>{citation.quote}</p>
        </li>
      ))}
      {total > citations.length && (
        <li className={styles.remark}>{words.citing.more(format.number(total - citations.length))}</li>
      )}
    </ul>
  );
}
