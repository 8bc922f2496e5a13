/** One issue of a gazette: its documents in printed order. */
import { SearchOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { documentAddress, PAGES, searchAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './issues.module.css';

export function IssuePage() {
  const { id = '' } = useParams();
  const words = useWords().issues;
  const format = useFormat();
  const answer = useRequested({ key: ['issue', id], ask: (signal) => client.issue(id, signal) });
  usePageTitle(answer.state === 'ready' ? answer.data.issue.label : words.title);
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} heading />;
  if (answer.state === 'waiting')
    return (
      <div className={page.page}>
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  const { issue, documents } = answer.data;
  return (
    <div className={page.page}>
      <p className={styles.up}>
        <Link to={PAGES.issues}>{words.all}</Link>
      </p>
      <header className={page.head}>
        <h1>{issue.label}</h1>
        {issue.publishedOn !== null && <p className={page.note}>{words.publishedOn(format.day(issue.publishedOn))}</p>}
        <div className={page.actions}>
          <Link to={searchAddress({ issue: issue.id })}>
            <SearchOutlined aria-hidden /> {words.searchIn}
          </Link>
        </div>
      </header>
      <section className={page.card}>
        <h2>{words.contents}</h2>
        <ol className={styles.documents}>
          {documents.map((document) => (
            <li key={document.id}>
              <Link to={documentAddress(document.id)} className={styles.document}>
                <span className={styles.title}>{document.title}</span>
                <span className={styles.facts}>
                  {document.number !== null && <span>{document.number}</span>}
                  {document.writtenOn !== null && <span>{format.day(document.writtenOn)}</span>}
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
