/** 相近文件: pairs of documents that say nearly the same, to be compared, hidden or set aside. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { NearPairView } from '../../../indexer/contract.ts';
import { compareAddress, documentAddress } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { asServiceError, useRequested } from '../../service/requested.ts';
import { Failure } from '../../ui/failure.tsx';
import page from '../../ui/page.module.css';
import { pageOf } from '../../ui/page-of.ts';
import { Pages } from '../../ui/pages.tsx';
import { StateBlock } from '../../ui/state-block.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useFormat, useWords } from '../../words/use-words.ts';
import styles from './duplicates.module.css';

const PAGE_SIZE = 25;

export function DuplicatesPage() {
  const words = useWords().duplicates;
  const format = useFormat();
  const [address, setAddress] = useSearchParams();
  usePageTitle(words.title);
  const state = address.get('state') === 'dismissed' ? 'dismissed' : 'open';
  const at = pageOf(address);
  const query = { state, offset: (at - 1) * PAGE_SIZE, limit: PAGE_SIZE } as const;
  const answer = useRequested({
    key: ['near-pairs', query],
    ask: (signal) => client.nearPairs(query, signal),
    keepPrevious: true,
  });
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{words.title}</h1>
        {answer.state === 'ready' && <span className={page.note}>{words.total(format.number(answer.data.total))}</span>}
        <div className={page.actions}>
          <Segmented
            aria-label={words.title}
            value={state}
            options={[
              { value: 'open' as const, label: words.open },
              { value: 'dismissed' as const, label: words.dismissed },
            ]}
            onChange={(value) => setAddress(value === 'open' ? {} : { state: value })}
          />
        </div>
      </header>
      <p className={page.note}>{words.lead}</p>
      {answer.state === 'failed' && <Failure error={answer.error} again={answer.again} />}
      {answer.state === 'waiting' && <Skeleton active paragraph={{ rows: 6 }} title={false} />}
      {answer.state === 'ready' && answer.data.total === 0 && (
        <StateBlock
          title={state === 'open' ? words.none : words.noneDismissed}
          {...(state === 'open' ? { hint: words.noneHint } : {})}
        />
      )}
      {answer.state === 'ready' && (
        <ul className={styles.pairs}>
          {answer.data.pairs.map((pair) => (
            <Pair key={`${pair.first.id} ${pair.second.id}`} pair={pair} dismissed={state === 'dismissed'} />
          ))}
        </ul>
      )}
      {answer.state === 'ready' && (
        <Pages
          at={at}
          size={PAGE_SIZE}
          total={answer.data.total}
          onChange={(next) => setAddress({ ...(state === 'open' ? {} : { state }), page: String(next) })}
        />
      )}
    </div>
  );
}

function Pair({ pair, dismissed }: { readonly pair: NearPairView; readonly dismissed: boolean }) {
  const words = useWords().duplicates;
  const format = useFormat();
  const { first, second, similarity } = pair;
  const { hide, dismiss } = useDecisions(pair);
  return (
    <li className={styles.pair}>
      <div className={styles.head}>
        <span>{words.alike(format.percent(similarity))}</span>
        <Link to={compareAddress(first.id, second.id)}>{words.compare}</Link>
        <Button size="small" onClick={() => void dismiss(!dismissed)}>
          {dismissed ? words.takeBack : words.dismiss}
        </Button>
      </div>
      {[first, second].map((one) => (
        <div key={one.id} className={styles.one}>
          <div>
            <Link to={documentAddress(one.id)}>{one.title}</Link>
            <p className={styles.facts}>
              {one.number !== null && <span>{one.number}</span>}
              {one.writtenOn !== null && <time dateTime={one.writtenOn}>{format.day(one.writtenOn)}</time>}
              <span>{words.characters(format.number(one.characters))}</span>
            </p>
          </div>
          <Button size="small" type="text" onClick={() => void hide(one.id)}>
            {words.hide}
          </Button>
        </div>
      ))}
    </li>
  );
}

/** What can be decided of a pair; each decision is told with the way to undo it. */
function useDecisions({ first, second }: NearPairView) {
  const words = useWords().duplicates;
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const decide = async (action: () => Promise<unknown>, told?: { text: string; undo: () => Promise<void> }) => {
    try {
      await action();
      for (const key of ['near-pairs', 'search', 'document']) void queries.invalidateQueries({ queryKey: [key] });
      const key = `${first.id} ${second.id}`;
      if (told === undefined) notification.destroy(key);
      else
        notification.success({
          key,
          title: told.text,
          actions: (
            <Button size="small" onClick={() => void told.undo()}>
              {words.undo}
            </Button>
          ),
        });
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
    }
  };
  const set = (dismissed: boolean) => () => client.dismissPair(first.id, second.id, dismissed);
  return {
    hide: (id: string) =>
      decide(() => client.correct(id, { set: { hidden: true } }), {
        text: words.hiddenNow,
        undo: () => decide(() => client.correct(id, { takeBack: ['hidden'] })),
      }),
    dismiss: (dismissed: boolean) =>
      dismissed ? decide(set(true), { text: words.dismissedNow, undo: () => decide(set(false)) }) : decide(set(false)),
  };
}
