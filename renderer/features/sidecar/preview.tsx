/** What a table would set, row by row, with the rows that need a look apart, and the button that sets it. */
import { Button, Checkbox, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SidecarFilter, SidecarPreview } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { useRequested } from '../../service/requested.ts';
import { Failure } from '../../ui/failure.tsx';
import { pageOf } from '../../ui/page-of.ts';
import { Pages } from '../../ui/pages.tsx';
import { StateBlock } from '../../ui/state-block.tsx';
import { useFormat, useWords } from '../../words/use-words.ts';
import { RowsTable } from './rows-table.tsx';
import styles from './sidecar.module.css';
import { useApply } from './use-apply.ts';

const PAGE_SIZE = 50;
const FILTERS: readonly SidecarFilter[] = [
  'ready',
  'same',
  'by-hand',
  'ambiguous',
  'unmatched',
  'unnamed',
  'repeated',
  'problem',
];

export function Preview({ id }: { readonly id: string }) {
  const words = useWords().sidecar;
  const [address, setAddress] = useSearchParams();
  const show = FILTERS.find((one) => one === address.get('show'));
  const at = pageOf(address);
  const query = { ...(show === undefined ? {} : { show }), offset: (at - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const answer = useRequested({
    key: ['sidecar', id, query],
    ask: (signal) => client.sidecarPage(id, query, signal),
    keepPrevious: true,
  });
  const go = (next: { readonly show?: SidecarFilter | undefined; readonly page?: number }): void =>
    setAddress({
      preview: id,
      ...(next.show === undefined ? {} : { show: next.show }),
      ...(next.page === undefined || next.page === 1 ? {} : { page: String(next.page) }),
    });
  if (answer.state === 'waiting') return <Skeleton active paragraph={{ rows: 5 }} title={false} />;
  if (answer.state === 'failed')
    return answer.error.code === 'not_found' ? (
      <StateBlock title={words.gone} />
    ) : (
      <Failure error={answer.error} again={answer.again} />
    );
  const { preview, total, rows } = answer.data;
  return (
    <section aria-label={preview.name}>
      <Summary preview={preview} />
      <Filters counts={preview.counts} all={preview.total} show={show} onShow={(next) => go({ show: next })} />
      <RowsTable rows={rows} />
      <Pages at={at} size={PAGE_SIZE} total={total} onChange={(page) => go({ show, page })} />
    </section>
  );
}

function Summary({ preview }: { readonly preview: SidecarPreview }) {
  const { sidecar: words, common } = useWords();
  const format = useFormat();
  const [overwrite, setOverwrite] = useState(false);
  const { applying, apply } = useApply(preview.id);
  const byHand = preview.counts['by-hand'];
  const count = preview.counts.ready + (overwrite ? byHand : 0);
  const names = (used: boolean): string =>
    preview.columns
      .filter(({ field }) => (field !== null) === used)
      .map(({ name }) => name)
      .join(common.listComma);
  return (
    <div className={styles.summary}>
      <h2>{preview.name}</h2>
      <dl>
        <dt>{words.columns}</dt>
        <dd>{names(true)}</dd>
        {names(false) !== '' && (
          <>
            <dt>{words.ignored}</dt>
            <dd>{names(false)}</dd>
          </>
        )}
      </dl>
      <div className={styles.actions}>
        <Button type="primary" disabled={count === 0} loading={applying} onClick={() => void apply(overwrite)}>
          {applying ? words.applying : count === 0 ? words.nothingToApply : words.apply(format.number(count))}
        </Button>
        {byHand > 0 && (
          <Checkbox checked={overwrite} onChange={(event) => setOverwrite(event.target.checked)}>
            {words.overwrite(format.number(byHand))}
          </Checkbox>
        )}
        <span className={styles.quiet}>{words.rows(format.number(preview.total))}</span>
      </div>
    </div>
  );
}

interface FiltersProps {
  readonly counts: SidecarPreview['counts'];
  readonly all: number;
  readonly show: SidecarFilter | undefined;
  readonly onShow: (show: SidecarFilter | undefined) => void;
}

function Filters({ counts, all, show, onShow }: FiltersProps) {
  const words = useWords().sidecar;
  const format = useFormat();
  const there = FILTERS.filter((one) => counts[one] > 0 || one === show);
  return (
    <fieldset className={styles.filters} aria-label={words.filter}>
      <Button size="small" type={show === undefined ? 'primary' : 'text'} onClick={() => onShow(undefined)}>
        {words.all} {format.number(all)}
      </Button>
      {there.map((one) => (
        <Button
          key={one}
          size="small"
          type={show === one ? 'primary' : 'text'}
          aria-pressed={show === one}
          onClick={() => onShow(one)}
        >
          {words.standing[one]} {format.number(counts[one])}
        </Button>
      ))}
    </fieldset>
  );
}
