/** One document: outline, text and what is known of it, side by side. */
import { useEffect, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { DocumentView } from '../../../indexer/contract.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useWords } from '../../words/use-words.ts';
import { Bar } from './bar.tsx';
import { DocumentLoading } from './document-loading.tsx';
import styles from './document-page.module.css';
import { NO_HITS } from './hits.ts';
import { NeighbourLinks } from './neighbour-links.tsx';
import { entryAt, outlineOf } from './outline.ts';
import { OutlinePanel } from './outline-panel.tsx';
import { provisionElementId } from './provision.tsx';
import { scrollToElement } from './scroll.ts';
import { SidePanel } from './side-panel.tsx';
import { Text } from './text.tsx';
import { useDocument, useHits, useProvisions } from './use-document.ts';
import { useHitNavigation } from './use-hit-navigation.ts';
import { usePlace } from './use-place.ts';

export function DocumentPage() {
  const { id = '' } = useParams();
  const answer = useDocument(id);
  usePageTitle(answer.state === 'ready' ? answer.data.title : null);
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} heading />;
  if (answer.state === 'waiting') return <DocumentLoading />;
  return <Reader key={id} document={answer.data} />;
}

function Reader({ document }: { readonly document: DocumentView }) {
  const words = useWords().document;
  const [address, setAddress] = useSearchParams();
  const q = address.get('q') ?? '';
  const at = address.get('at');
  const answer = useProvisions(document.id);
  const provisions = answer.state === 'ready' ? answer.data : null;
  const hits = useHits(document.id, q);
  const sought = provisions?.find((provision) => provision.id === at) ?? null;
  const navigation = useHitNavigation(hits, sought?.ordinal ?? null);
  const entries = useMemo(() => outlineOf(provisions ?? []), [provisions]);
  const place = usePlace(provisions);
  const [panel, setPanel] = useState<'outline' | 'facts' | null>(null);

  const arrived = provisions !== null;
  useEffect(() => {
    if (arrived && at !== null) jumpTo(at);
  }, [arrived, at]);

  const find = (text: string): void => {
    const next = new URLSearchParams(text.trim() === '' ? {} : { q: text });
    setAddress(next, { replace: true, preventScrollReset: true });
  };
  const jump = (provisionId: string): void => {
    setPanel(null);
    jumpTo(provisionId);
  };
  const current = place === null ? null : (entryAt(entries, place)?.id ?? null);
  const outline = <OutlinePanel entries={entries} current={current} onJump={jump} />;
  const side = <SidePanel document={document} onJump={jump} />;
  return (
    <>
      <Bar
        document={document}
        provisions={provisions}
        q={q}
        navigation={navigation}
        known={hits !== null}
        onFind={find}
        onPanel={setPanel}
      />
      <div className={styles.page}>
        <aside className={styles.outline}>{outline}</aside>
        <div className={styles.text}>
          <Text document={document} provisions={provisions} hits={hits ?? NO_HITS} now={navigation.now} at={at} />
          {answer.state === 'failed' && <Failure error={answer.error} again={answer.again} />}
          <NeighbourLinks document={document} />
        </div>
        <aside className={styles.side} aria-label={words.facts}>
          {side}
        </aside>
      </div>
      <Dialog
        title={panel === 'outline' ? words.outline : words.facts}
        place={panel === 'outline' ? 'left' : 'right'}
        open={panel !== null}
        onClose={() => setPanel(null)}
      >
        {panel === 'outline' ? outline : side}
      </Dialog>
    </>
  );
}

function jumpTo(provisionId: string): void {
  scrollToElement(() => document.getElementById(provisionElementId(provisionId)), 'start');
}
