/** Where a document comes from: each file with its lines, and the way to the original. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DocumentView, SourceView } from '../../../indexer/contract.ts';
import { issueAddress } from '../../addresses.ts';
import { originalAddress } from '../../service/client.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import { RereadDialog } from './reread-dialog.tsx';
import styles from './side.module.css';
import { SourceDrawer } from './source-drawer.tsx';

interface SourcesProps {
  readonly document: DocumentView;
  /** Shows a source as it is printed, beside the text. */
  readonly onOriginal: (sourceId: string) => void;
}

export function Sources({ document, onOriginal }: SourcesProps) {
  const words = useWords().document;
  const [shown, setShown] = useState<SourceView | null>(null);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{words.sources}</h2>
      <ul className={styles.sources}>
        {document.sources.map((source) => (
          <li key={source.id}>
            <Source
              source={source}
              only={document.sources.length === 1}
              onShow={() => (source.pages > 0 ? onOriginal(source.id) : setShown(source))}
            />
          </li>
        ))}
      </ul>
      <SourceDrawer documentId={document.id} source={shown} onClose={() => setShown(null)} />
    </section>
  );
}

/** Of a document that was entered by hand: it has no file of the user's. */
const ENTRY_MEDIA_TYPE = 'application/vnd.gongbao.entry+json';

interface SourceProps {
  readonly source: SourceView;
  readonly only: boolean;
  readonly onShow: () => void;
}

function Source({ source, only, onShow }: SourceProps) {
  const { document: words, entry, original } = useWords();
  const format = useFormat();
  const [first, last] = source.lines;
  const byHand = source.mediaType === ENTRY_MEDIA_TYPE;
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p className={styles.file} title={source.path}>
        {byHand ? entry.title : source.fileName}
      </p>
      <p className={styles.none}>
        {source.pages > 0
          ? original.count(format.number(source.pages))
          : words.sourceLines(format.number(first), format.number(last))}{' '}
        · {format.size(source.size)}
        {source.leads && !only && ` · ${words.leads}`}
      </p>
      {source.issue !== null && !only && (
        <p className={styles.none}>
          <Link to={issueAddress(source.issue.id)}>{source.issue.label}</Link>
        </p>
      )}
      <p className={styles.sourceActions}>
        {(source.pages > 0 || source.encoding !== null || byHand) && (
          <Button size="small" onClick={onShow}>
            {source.pages > 0 ? original.view : words.viewSource}
          </Button>
        )}
        {window.gongbao === undefined || byHand ? (
          <a href={originalAddress(source.id)} download={source.fileName}>
            {words.downloadSource}
          </a>
        ) : (
          <Button size="small" type="link" onClick={() => void window.gongbao?.showInFolder(source.path)}>
            {words.showInFolder}
          </Button>
        )}
        {source.encoding !== null && !byHand && (
          <Button size="small" type="text" onClick={() => setAsked(true)}>
            {words.reread.open}
          </Button>
        )}
      </p>
      {asked && <RereadDialog source={source} onClose={() => setAsked(false)} />}
    </>
  );
}
