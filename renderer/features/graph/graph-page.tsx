/** 引用关系图: the neighbourhood of a document in columns, every document a link that makes it the centre. */
import { Segmented, Skeleton } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { documentAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { StateBlock } from '../../ui/state-block.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './graph.module.css';
import { Graph } from './graph.tsx';

const MOST_NODES = 60;

export function GraphPage() {
  const words = useWords().graph;
  const format = useFormat();
  const { id = '' } = useParams();
  const [address, setAddress] = useSearchParams();
  const depth = address.get('depth') === '2' ? 2 : 1;
  usePageTitle(words.title);
  const answer = useRequested({
    key: ['citations', id, 'neighbourhood', depth],
    ask: (signal) => client.neighbourhood(id, { depth, limit: MOST_NODES }, signal),
  });
  const centre = answer.state === 'ready' ? answer.data.nodes.find((node) => node.id === id) : undefined;
  return (
    <div className={styles.page}>
      <header className={page.head}>
        <h1>{words.title}</h1>
        {centre !== undefined && <Link to={documentAddress(id)}>{centre.title}</Link>}
        <div className={page.actions}>
          <Segmented
            aria-label={words.depth}
            value={depth}
            options={[
              { value: 1, label: words.depths.one },
              { value: 2, label: words.depths.two },
            ]}
            onChange={(value) => setAddress(value === 2 ? { depth: '2' } : {}, { replace: true })}
          />
        </div>
      </header>
      {answer.state === 'failed' && <Failure error={answer.error} again={answer.again} />}
      {answer.state === 'waiting' && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
      {answer.state === 'ready' && answer.data.nodes.length <= 1 && (
        <StateBlock title={words.alone} hint={words.aloneHint} />
      )}
      {answer.state === 'ready' && answer.data.nodes.length > 1 && <Graph centre={id} answer={answer.data} />}
      {answer.state === 'ready' && answer.data.more > 0 && (
        <p className={page.note}>{words.more(format.number(answer.data.more))}</p>
      )}
    </div>
  );
}
