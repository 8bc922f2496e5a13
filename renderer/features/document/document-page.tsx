/** The page of one document. */
import { useParams, useSearchParams } from 'react-router';
import { Failure } from '../../ui/failure.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { DocumentLoading } from './document-loading.tsx';
import { Reader } from './reader.tsx';
import { useDocument, useHits, useProvisions } from './use-document.ts';

export function DocumentPage() {
  const { id = '' } = useParams();
  const [address] = useSearchParams();
  const answer = useDocument(id);
  // Text and hits are asked for beside the record, not behind it.
  useProvisions(id);
  useHits(id, address.get('q') ?? '');
  usePageTitle(answer.state === 'ready' ? answer.data.title : null);
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} heading />;
  if (answer.state === 'waiting') return <DocumentLoading />;
  return <Reader key={id} document={answer.data} />;
}
