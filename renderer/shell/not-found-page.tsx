/** What stands at an address that is no page. */
import { Link } from 'react-router';
import { PAGES } from '../addresses.ts';
import { StateBlock } from '../ui/state-block.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { useWords } from '../words/use-words.ts';

export function NotFoundPage() {
  const words = useWords().failure;
  usePageTitle(words.notFound);
  return (
    <StateBlock title={words.notFound} hint={words.notFoundHint} heading>
      <Link to={PAGES.search}>{words.toSearch}</Link>
    </StateBlock>
  );
}
