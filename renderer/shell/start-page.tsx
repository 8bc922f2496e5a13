/** The first address: a welcome while the library has nothing, the search from then on. */
import { Welcome } from '../features/imports/welcome.tsx';
import { SearchPage } from '../features/search/search-page.tsx';
import { useStatus } from '../service/use-status.ts';
import { PageLoading } from './page-loading.tsx';

export function StartPage() {
  const status = useStatus();
  if (status.state === 'waiting') return <PageLoading />;
  if (status.state === 'ready' && status.data.firstRun) return <Welcome samples={status.data.samples} />;
  return <SearchPage />;
}
