/** 沿革: the successive texts of one rule, and what happened to them, on a line of time. */
import { Link } from 'react-router';
import type { LineageEvent, LineageResponse, VersionReference } from '../../../../indexer/contract.ts';
import { compareAddress, documentAddress } from '../../../addresses.ts';
import { client } from '../../../service/client.ts';
import { useRequested } from '../../../service/requested.ts';
import { useFormat, useWords } from '../../../words/use-words.ts';
import { wordFor } from '../../../words/words.ts';
import side from '../side.module.css';
import styles from './lineage.module.css';

export function Lineage({ documentId }: { readonly documentId: string }) {
  const words = useWords().lineage;
  const answer = useRequested({
    key: ['citations', documentId, 'lineage'],
    ask: (signal) => client.lineage(documentId, signal),
  });
  if (answer.state !== 'ready' || !hasHistory(answer.data)) return null;
  const { family, events } = answer.data;
  const own = family.find(({ self }) => self)?.title ?? '';
  return (
    <section className={side.section}>
      <h2 className={side.heading}>
        {words.title}
        {family.length > 1 && <span className={side.count}>{family.length}</span>}
      </h2>
      {family.length > 1 && (
        <ol className={styles.family}>
          {family.map((member) => (
            <Member key={member.id} member={member} documentId={documentId} own={own} />
          ))}
        </ol>
      )}
      <ol className={styles.events}>
        {told(events).map(({ event, times }) => (
          <Event key={keyOf(event)} event={event} times={times} documentId={documentId} own={own} />
        ))}
      </ol>
    </section>
  );
}

interface Told {
  readonly event: LineageEvent;
  /** How many clauses it happened to. */
  readonly times: number;
}

const keyOf = ({ on, kind, of, by }: LineageEvent): string => `${on} ${kind} ${of.id} ${by?.id}`;

/** An amendment changes many clauses in one day: that is told once. */
function told(events: readonly LineageEvent[]): readonly Told[] {
  const byKey = new Map<string, Told>();
  for (const event of events) {
    const key = keyOf(event);
    byKey.set(key, { event: byKey.get(key)?.event ?? event, times: (byKey.get(key)?.times ?? 0) + 1 });
  }
  return [...byKey.values()];
}

/** A document that was issued and holds has no history worth a section of its own. */
function hasHistory({ family, events }: LineageResponse): boolean {
  return family.length > 1 || events.some(({ kind }) => kind !== 'issued' && kind !== 'effective');
}

/** Another text of the line. Most bear the title of the one that is read: those are told apart by their number. */
function Other({ text, own }: { readonly text: VersionReference; readonly own: string }) {
  const byNumber = text.title === own && text.number !== null;
  return (
    <Link to={documentAddress(text.id)} title={text.title} className={byNumber ? styles.number : undefined}>
      {byNumber ? text.number : text.title}
    </Link>
  );
}

interface InLine {
  readonly documentId: string;
  /** Title of the document that is read. */
  readonly own: string;
}

function Member({ member, documentId, own }: InLine & { readonly member: LineageResponse['family'][number] }) {
  const words = useWords();
  const format = useFormat();
  // A text that was amended keeps the day on which the first came into force: its own day is the later one.
  const day =
    [member.writtenOn, member.effectiveOn]
      .filter((each) => each !== null)
      .sort()
      .at(-1) ?? null;
  return (
    <li className={styles.member} data-self={member.self || undefined} title={member.quote ?? ''}>
      <span className={styles.when}>{day === null ? words.common.unknown : format.day(day)}</span>
      {member.self ? <strong>{words.lineage.self}</strong> : <Other text={member} own={own} />}
      <span className={styles.facts}>
        {wordFor(words.validity, member.status)}
        {!member.self && (
          <Link
            to={compareAddress(member.id, documentId)}
            aria-label={words.lineage.compareWith(member.number ?? member.title)}
          >
            {words.lineage.compare}
          </Link>
        )}
      </span>
    </li>
  );
}

function Event({ event, times, documentId, own }: InLine & Told) {
  const words = useWords();
  const format = useFormat();
  const { on, kind, of, by, quote } = event;
  return (
    <li className={styles.event} data-kind={kind} title={quote ?? ''}>
      <span className={styles.when}>{on === null ? words.common.unknown : format.day(on)}</span>
      <span>
        {wordFor(words.lineage.events, kind)}
        {times > 1 && words.lineage.times(format.number(times))}
        {of.id !== documentId && (
          <>
            {' '}
            <Other text={of} own={own} />
          </>
        )}
        {by !== null && (
          <>
            {words.lineage.by}
            <Other text={by} own={own} />
          </>
        )}
      </span>
    </li>
  );
}
