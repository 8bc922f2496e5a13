/** The draft check: a draft to paste or open, then its text with every citation judged. The draft stays in this window. */
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { client } from '../../service/client.ts';
import { keepText, keptText, type OutsideText } from '../../service/outside-texts.ts';
import { useRequested } from '../../service/requested.ts';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useWords } from '../../words/use-words.ts';
import { CheckedDraft } from './checked-draft.tsx';
import { DraftForm } from './draft-form.tsx';

export function CheckPage() {
  const words = useWords().check;
  const [address, setAddress] = useSearchParams();
  const key = address.get('text');
  const draft = key === null ? null : keptText(key);
  const [edited, setEdited] = useState<OutsideText | null>(null);
  usePageTitle(words.title);
  if (key !== null && draft !== null)
    return (
      <Judged
        key={key}
        name={key}
        draft={draft}
        onEdit={() => {
          setEdited(draft);
          setAddress({});
        }}
      />
    );
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{words.title}</h1>
        <p className={page.note}>{words.intro}</p>
      </header>
      {key !== null && <p role="status">{words.lost}</p>}
      <DraftForm start={edited} onCheck={(text) => setAddress({ text: keepText(text) })} />
    </div>
  );
}

interface JudgedProps {
  readonly name: string;
  readonly draft: OutsideText;
  readonly onEdit: () => void;
}

function Judged({ name, draft, onEdit }: JudgedProps) {
  const words = useWords().check;
  const answer = useRequested({
    key: ['check', name],
    ask: (signal) => client.check({ text: draft.text, name: draft.name }, signal),
  });
  if (answer.state === 'failed') return <Failure error={answer.error} again={answer.again} heading />;
  if (answer.state === 'waiting')
    return (
      <div className={page.page} aria-busy="true">
        <p className="visually-hidden" role="status">
          {words.checking}
        </p>
        <Skeleton active title paragraph={{ rows: 10 }} />
      </div>
    );
  return <CheckedDraft check={answer.data} draft={draft} onEdit={onEdit} />;
}
