/** What a mention means: which text, in which version and why, and the words of the clause. */
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { CitationView, PreviewView } from '../../../../indexer/contract.ts';
import { documentAddress } from '../../../addresses.ts';
import { ValidityBadge } from '../../../gazette/validity-badge.tsx';
import { client } from '../../../service/client.ts';
import { useRequested } from '../../../service/requested.ts';
import { useFormat, useWords } from '../../../words/use-words.ts';
import { wordFor } from '../../../words/words.ts';
import styles from './citing.module.css';

/** More clauses than these are opened rather than looked at. */
const MOST_INTERNAL = 3;

export function CitationPreview({ citation }: { readonly citation: CitationView }) {
  const words = useWords().citing;
  const { relation, resolution } = citation;
  const answer = useRequested({
    key: ['citations', 'preview', citation.id, ...resolution.provisionIds],
    ask: (signal) => (relation === 'internal' ? ownClauses(citation, signal) : cited(citation, signal)),
  });
  if (answer.state === 'failed') return <p className={styles.preview}>{answer.error.message}</p>;
  if (answer.state === 'waiting')
    return <Skeleton active title={false} paragraph={{ rows: 3 }} className={styles.preview ?? ''} />;
  const previews = answer.data;
  return (
    <div className={styles.preview}>
      {resolution.state === 'ambiguous' && <p className={styles.remark}>{words.ambiguous}</p>}
      {relation !== 'internal' && <Why citation={citation} />}
      {previews.map((preview) => (
        <Clause
          key={`${preview.document.id} ${preview.provisionId}`}
          preview={preview}
          inside={relation === 'internal'}
        />
      ))}
      {resolution.missing.length > 0 && (
        <p className={styles.warning}>{words.missing(resolution.missing.join('、'))}</p>
      )}
    </div>
  );
}

async function cited({ id }: CitationView, signal: AbortSignal): Promise<readonly PreviewView[]> {
  return (await client.citationPreview(id, signal)).previews;
}

async function ownClauses({ resolution }: CitationView, signal: AbortSignal): Promise<readonly PreviewView[]> {
  return Promise.all(resolution.provisionIds.slice(0, MOST_INTERNAL).map((id) => client.preview(id, signal)));
}

/** Relation, and how the text and its version were found. */
function Why({ citation: { relation, resolution, trigger } }: { readonly citation: CitationView }) {
  const words = useWords();
  const { rule, version } = resolution;
  const reasons = [
    rule === null ? null : wordFor(words.citing.rules, rule),
    version === null ? null : wordFor(words.citing.versions, version),
  ].filter((reason) => reason !== null);
  return (
    <p className={styles.remark}>
      <strong>{wordFor(words.document.relations, relation)}</strong>
      {trigger !== null && <span>“{trigger}”</span>}
      <span>{reasons.join(' · ')}</span>
    </p>
  );
}

function Clause({ preview, inside }: { readonly preview: PreviewView; readonly inside: boolean }) {
  const words = useWords().citing;
  const format = useFormat();
  const { document, path, lines, more, newer, validity, provisionId } = preview;
  const day = document.effectiveOn ?? document.writtenOn;
  return (
    <section className={styles.clause}>
      {!inside && (
        <h3>
          <Link to={documentAddress(document.id, { at: provisionId })}>{document.title}</Link>
          <span className={styles.facts}>
            <ValidityBadge validity={validity} />
            {document.number !== null && <span>{document.number}</span>}
            {day !== null && <time dateTime={day}>{format.day(day)}</time>}
          </span>
        </h3>
      )}
      {path !== null && path !== '' && <p className={styles.path}>{path}</p>}
      <div className={styles.lines} lang="zh-CN">
        {lines.map((line) => (
          <p key={line.provisionId} data-focus={line.focus || undefined}>
            {line.text}
          </p>
        ))}
      </div>
      {more > 0 && <p className={styles.remark}>{words.moreLines(format.number(more))}</p>}
      {newer !== null && (
        <p className={styles.warning}>
          {words.newer} <Link to={documentAddress(newer.id)}>{newer.title}</Link>
          {newer.writtenOn !== null && ` ${format.day(newer.writtenOn)}`}
        </p>
      )}
    </section>
  );
}
