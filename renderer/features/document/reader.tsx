/** A document as it is read: outline, text and what is known of it, side by side; the sides as panels where it is narrow. */
import { useState } from 'react';
import type { DocumentView } from '../../../indexer/contract.ts';
import { OriginalPanel } from '../../original/original-panel.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { useWords } from '../../words/use-words.ts';
import { Bar } from './bar.tsx';
import { Standing } from './citing/standing.tsx';
import { HiddenNotice } from './correct/hidden-notice.tsx';
import styles from './document-page.module.css';
import { NeighbourLinks } from './neighbour-links.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { SidePanel } from './side-panel.tsx';
import { Text } from './text.tsx';
import { useOriginal } from './use-original.ts';
import { jumpToProvision, useReader } from './use-reader.ts';

export function Reader({ document }: { readonly document: DocumentView }) {
  const words = useWords().document;
  const reading = useReader(document.id);
  const original = useOriginal(document);
  const [panel, setPanel] = useState<'outline' | 'facts' | null>(null);
  const jump = (provisionId: string): void => {
    setPanel(null);
    jumpToProvision(provisionId);
  };
  const outline = <OutlinePanel entries={reading.entries} current={reading.current} onJump={jump} />;
  const side = <SidePanel document={document} onJump={jump} onOriginal={original.show} />;
  return (
    <>
      <Bar document={document} reading={reading} original={original} onPanel={setPanel} />
      <div className={styles.page} data-original={original.source !== null || undefined}>
        <aside className={styles.outline} data-stays>
          {outline}
        </aside>
        <div className={styles.text}>
          <HiddenNotice document={document} />
          <Standing document={document} />
          <Text document={document} reading={reading} />
          {reading.answer.state === 'failed' && <Failure error={reading.answer.error} again={reading.answer.again} />}
          <NeighbourLinks document={document} />
        </div>
        <aside className={styles.side} data-stays aria-label={words.facts}>
          {side}
        </aside>
        {original.source !== null && (
          <div className={styles.original} data-stays>
            <OriginalPanel
              key={original.source.id}
              documentId={document.id}
              sourceId={original.source.id}
              provisions={reading.provisions ?? []}
              place={reading.place}
              ranges={reading.hits.byProvision}
              now={reading.q === '' ? null : reading.navigation.now}
              onPick={(provision) => jump(provision.id)}
              onClose={original.close}
            />
          </div>
        )}
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
