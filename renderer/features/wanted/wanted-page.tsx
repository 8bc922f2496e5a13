/** 被引而未收: what the library's documents cite and the library lacks, most cited first: a librarian's list of what to acquire. */
import { Input, Skeleton } from 'antd';
import { useDeferredValue } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { WantedResponse } from '../../../indexer/contract.ts';
import { documentAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { pageOf } from '../../ui/page-of.ts';
import { Pages } from '../../ui/pages.tsx';
import { StateBlock } from '../../ui/state-block.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { wordFor } from '../../words/words.ts';
import styles from './wanted.module.css';

const PAGE_SIZE = 50;
type Wanted = WantedResponse['wanted'][number];

export function WantedPage() {
  const words = useWords().wanted;
  const format = useFormat();
  const [address, setAddress] = useSearchParams();
  usePageTitle(words.title);
  const q = address.get('q') ?? '';
  const at = pageOf(address);
  const query = { q: useDeferredValue(q), offset: (at - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const answer = useRequested({
    key: ['citations', 'wanted', query],
    ask: (signal) => client.wanted(query, signal),
    keepPrevious: true,
  });
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{words.title}</h1>
        {answer.state === 'ready' && <span className={page.note}>{words.total(format.number(answer.data.total))}</span>}
        <div className={page.actions}>
          {answer.state === 'ready' && (
            <CopyButton label={words.copy} text={() => answer.data.wanted.map(lineOf).join('\n')} />
          )}
        </div>
      </header>
      <p className={page.note}>{words.lead}</p>
      <Input
        className={styles.filter ?? ''}
        allowClear
        aria-label={words.filter}
        placeholder={words.filter}
        value={q}
        onChange={({ target }) => setAddress(target.value === '' ? {} : { q: target.value }, { replace: true })}
      />
      {answer.state === 'failed' && <Failure error={answer.error} again={answer.again} />}
      {answer.state === 'waiting' && <Skeleton active paragraph={{ rows: 8 }} title={false} />}
      {answer.state === 'ready' && answer.data.total === 0 && (
        <StateBlock title={q === '' ? words.none : words.noneFound} />
      )}
      {answer.state === 'ready' && (
        <ol className={styles.list} start={query.offset + 1}>
          {answer.data.wanted.map((one) => (
            <Row key={`${one.number} ${one.title}`} wanted={one} />
          ))}
        </ol>
      )}
      {answer.state === 'ready' && (
        <Pages
          at={at}
          size={PAGE_SIZE}
          total={answer.data.total}
          onChange={(next) => setAddress({ ...(q === '' ? {} : { q }), page: String(next) })}
        />
      )}
    </div>
  );
}

const lineOf = ({ title, number, mentions }: Wanted): string =>
  [title === null ? '' : `《${title}》`, number ?? '', String(mentions)].join('\t');

function Row({ wanted }: { readonly wanted: Wanted }) {
  const words = useWords();
  const format = useFormat();
  const { title, number, mentions, documents, relations, by } = wanted;
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        {title !== null && <span>《{title}》</span>}
        {number !== null && <span>{number}</span>}
      </div>
      <p className={styles.facts}>
        <strong>{words.wanted.cited(format.number(mentions), format.number(documents))}</strong>
        {relations.map(({ relation, count }) => (
          <span key={relation}>
            {wordFor(words.document.relations, relation)} {format.number(count)}
          </span>
        ))}
      </p>
      <p className={styles.by}>
        {by.map((one) => (
          <Link key={one.id} to={documentAddress(one.id)}>
            {one.title}
          </Link>
        ))}
      </p>
    </li>
  );
}
