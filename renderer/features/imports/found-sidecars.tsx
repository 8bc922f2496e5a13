/** Tables of metadata that lay among the files of one import. */
import { useQueryClient } from '@tanstack/react-query';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { SidecarOffers } from './sidecar-offers.tsx';

export function FoundSidecars({ runId }: { readonly runId: string }) {
  const queries = useQueryClient();
  const queryKey = ['found-sidecars', runId];
  const answer = useRequested({ key: queryKey, ask: (signal) => client.foundSidecars(runId, signal) });
  if (answer.state !== 'ready') return null;
  return (
    <SidecarOffers sidecars={answer.data.sidecars} onDismissed={() => void queries.invalidateQueries({ queryKey })} />
  );
}
