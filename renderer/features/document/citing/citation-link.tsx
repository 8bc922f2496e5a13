/** A mention of another text, or of another clause of this one, as a link; pointed at or reached by Tab, it shows what it means. */
import { Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { CitationView } from '../../../../indexer/contract.ts';
import { documentAddress } from '../../../addresses.ts';
import { useWords } from '../../../words/use-words.ts';
import { CitationPreview } from './citation-preview.tsx';
import styles from './citing.module.css';

interface CitationLinkProps {
  readonly citation: CitationView;
  /** Of the document that is being read: its own clauses are places in it. */
  readonly documentId: string;
  readonly children: ReactNode;
}

// Long enough that a pointer on its way across the text opens nothing.
const HOVER_SECONDS = 0.25;

export function CitationLink({ citation, documentId, children }: CitationLinkProps) {
  const words = useWords().citing;
  const [open, setOpen] = useState(false);
  const { state } = citation.resolution;
  if (state === 'unresolved')
    return (
      <span className={styles.unresolved} title={words.unresolved}>
        {children}
      </span>
    );
  const target = addressOf(citation, documentId);
  // Where several texts fit, the preview is where one chooses: it stays when the focus goes into it, and follows in Tab order.
  const choosing = target === null;
  return (
    <Popover
      content={<CitationPreview citation={citation} />}
      destroyOnHidden
      trigger={choosing ? ['hover', 'click'] : ['hover', 'focus']}
      {...(choosing ? { getPopupContainer: (link: HTMLElement) => link.parentElement ?? document.body } : {})}
      mouseEnterDelay={HOVER_SECONDS}
      open={open}
      onOpenChange={setOpen}
    >
      {choosing ? (
        <button type="button" className={styles.ambiguous}>
          {children}
        </button>
      ) : (
        <Link to={target} className={styles.link} data-relation={citation.relation} onClick={() => setOpen(false)}>
          {children}
        </Link>
      )}
    </Popover>
  );
}

/** Where it leads; null while several texts fit. */
function addressOf({ document, relation, resolution }: CitationView, documentId: string): string | null {
  const at = resolution.provisionIds[0] ?? null;
  if (relation === 'internal') return at === null ? null : documentAddress(documentId, { at });
  return document === null ? null : documentAddress(document.id, { at });
}
