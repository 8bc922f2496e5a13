/** All issues of gazettes in the library, by publication and year. */
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { IssueView } from '../../../indexer/contract.ts';
import { issueAddress, PAGES } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { StateBlock } from '../../ui/state-block.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { groupIssues, type PublicationGroup, type Run } from './group.ts';
import styles from './issues.module.css';

export function IssuesPage() {
  const words = useWords();
  const format = useFormat();
  usePageTitle(words.issues.title);
  const answer = useRequested({ key: ['issues'], ask: (signal) => client.issues(signal) });
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} heading />;
  const issues = answer.state === 'ready' ? answer.data.issues : [];
  const documents = issues.reduce((sum, issue) => sum + issue.documents, 0);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{words.issues.title}</h1>
        {issues.length > 0 && (
          <p className={page.note}>{words.issues.intro(format.number(issues.length), format.number(documents))}</p>
        )}
      </header>
      {answer.state === 'waiting' && <Skeleton active paragraph={{ rows: 6 }} />}
      {answer.state === 'ready' && issues.length === 0 && (
        <StateBlock title={words.issues.empty} hint={words.issues.emptyHint}>
          <Link to={PAGES.imports}>{words.search.toImport}</Link>
        </StateBlock>
      )}
      {groupIssues(issues).map((group) => (
        <Publication key={group.publication} group={group} />
      ))}
    </div>
  );
}

function Publication({ group }: { readonly group: PublicationGroup }) {
  const {
    issues: words,
    common: { listComma },
  } = useWords();
  const lines = group.years
    .filter(({ missing }) => missing.length > 0)
    .map(({ year, missing }) => words.missingIn(group.publication ?? '', String(year), runsOf(missing, listComma)));
  return (
    <section className={page.card}>
      <div className={styles.head}>
        <h2>{group.publication ?? words.otherPublication}</h2>
        {lines.length > 0 && <CopyButton label={words.copyMissing} text={() => lines.join('\n')} />}
      </div>
      {group.years.map(({ year, issues, missing }) => (
        <div key={year} className={styles.year}>
          <h3 className={styles.yearName}>{year ?? words.unknownYear}</h3>
          <ul className={styles.issues}>
            {issues.map((issue) => (
              <li key={issue.id}>
                <IssueLink issue={issue} />
              </li>
            ))}
          </ul>
          {missing.length > 0 && <p className={styles.missing}>{words.missing(runsOf(missing, listComma))}</p>}
        </div>
      ))}
    </section>
  );
}

const runsOf = (runs: readonly Run[], comma: string): string =>
  runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(comma);

function IssueLink({ issue }: { readonly issue: IssueView }) {
  const words = useWords();
  const format = useFormat();
  return (
    <Link to={issueAddress(issue.id)} className={styles.issue}>
      <span className={styles.number}>
        {issue.number === null ? issue.label : words.issues.number(String(issue.number))}
      </span>
      <span className={styles.facts}>
        {issue.totalNumber !== null && <span>{words.issues.total(String(issue.totalNumber))}</span>}
        {issue.publishedOn !== null && <span>{format.day(issue.publishedOn)}</span>}
        <span>{words.common.documents(format.number(issue.documents))}</span>
      </span>
    </Link>
  );
}
