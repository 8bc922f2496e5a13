/** 时效依据: every reason for and against the judgement of a day, with its sentence; and which status held when. */
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DocumentView, ProofStep, ValidityResponse } from '../../../../indexer/contract.ts';
import { documentAddress } from '../../../addresses.ts';
import { ValidityBadge } from '../../../gazette/validity-badge.tsx';
import { client } from '../../../service/client.ts';
import { useRequested } from '../../../service/requested.ts';
import { DayField } from '../../../ui/day-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormat, useWords } from '../../../words/use-words.ts';
import { wordFor } from '../../../words/words.ts';
import styles from './proof.module.css';

export function ValidityProof({ document }: { readonly document: DocumentView }) {
  const words = useWords().proof;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" className={styles.open ?? ''} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog title={words.title} place="form-right" open={open} onClose={() => setOpen(false)}>
        <Proof documentId={document.id} onLeave={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface ProofProps {
  readonly documentId: string;
  /** A sentence was followed to the text it stands in, which may be the one below this panel. */
  readonly onLeave: () => void;
}

function Proof({ documentId, onLeave }: ProofProps) {
  const words = useWords().proof;
  const [day, setDay] = useState('');
  const answer = useRequested({
    key: ['citations', documentId, 'validity', day],
    ask: (signal) => client.validity(documentId, day === '' ? undefined : day, signal),
    keepPrevious: true,
  });
  return (
    <div className={styles.proof}>
      <DayField label={words.day} placeholder={words.today} value={day} onChange={setDay} />
      {answer.state === 'failed' && <p role="alert">{answer.error.message}</p>}
      {answer.state === 'waiting' && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {answer.state === 'ready' && <Reasons answer={answer.data} documentId={documentId} onLeave={onLeave} />}
    </div>
  );
}

interface ReasonsProps extends ProofProps {
  readonly answer: ValidityResponse;
}

function Reasons({ answer: { validity, proof, periods }, documentId, onLeave }: ReasonsProps) {
  const words = useWords();
  const format = useFormat();
  return (
    <>
      <p className={styles.verdict}>
        <ValidityBadge validity={validity} />
        {words.validityWords.on(format.day(validity.on))}
      </p>
      <p className={styles.remark}>{words.proof.limits}</p>
      {proof.length === 0 && <p className={styles.remark}>{words.validityWords.noEvidence}</p>}
      <ol className={styles.steps}>
        {proof.filter(isReason).map((step) => (
          <Step
            key={`${step.rule} ${step.since} ${step.document?.id} ${step.quote}`}
            step={step}
            documentId={documentId}
            onLeave={onLeave}
          />
        ))}
      </ol>
      {periods.length > 0 && (
        <section>
          <h3 className={styles.heading}>{words.proof.periods}</h3>
          <ol className={styles.periods}>
            {periods.map(({ from, status }) => (
              <li key={`${from} ${status}`}>
                <time dateTime={from}>{format.day(from)}</time>
                <span>{wordFor(words.validity, status)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** That nothing was found is no reason beside others. */
const isReason = ({ rule, weight }: ProofStep): boolean => rule !== 'no-evidence' || weight === 'decides';

interface StepProps extends ProofProps {
  readonly step: ProofStep;
}

function Step({ step, documentId, onLeave }: StepProps) {
  const { rule, status, weight, since, quote, document, provisionId, pin } = step;
  const words = useWords();
  const format = useFormat();
  return (
    <li className={styles.step} data-weight={weight}>
      <p>
        <strong>{wordFor(words.validity, status)}</strong>
        {since !== null && <span>{words.validityWords.since(format.day(since))}</span>}
        {pin !== null && <span>{pin}</span>}
        <span className={styles.remark}>{words.proof.weights[weight]}</span>
      </p>
      <p className={styles.remark}>{wordFor(words.proof.rules, rule)}</p>
      {quote !== null && <blockquote className={styles.quote}>{quote}</blockquote>}
      {document !== null && (
        <p>
          <Link to={documentAddress(document.id, { at: provisionId })} onClick={onLeave}>
            {document.id === documentId ? words.lineage.self : document.title}
          </Link>
          {/* Successive texts often have the same title. */}
          {document.number !== null && <span className={styles.remark}>{document.number}</span>}
        </p>
      )}
    </li>
  );
}
