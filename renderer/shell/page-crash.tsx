/** What stands where a page threw: we erred, and the user can go on. */
import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { PAGES } from '../addresses.ts';
import { StateBlock } from '../ui/state-block.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './layout.module.css';
import { isMissingPage, PageMissing } from './page-missing.tsx';

export function PageCrash() {
  const words = useWords().failure;
  const error = useRouteError();
  if (isMissingPage(error)) return <PageMissing />;
  return (
    <>
      <StateBlock title={words.crashed} hint={words.crashedHint} tone="bad" heading>
        <Button onClick={() => window.location.reload()}>{words.reload}</Button>
        <Link to={PAGES.search} reloadDocument>
          {words.toSearch}
        </Link>
      </StateBlock>
      <pre className={styles.crash}>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
    </>
  );
}
