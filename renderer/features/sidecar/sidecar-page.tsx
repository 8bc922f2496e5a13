/** 目录补全: a table that came with the files, held against the library, then applied and undone as one. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { PAGES } from '../../addresses.ts';
import { client } from '../../service/client.ts';
import { asServiceError } from '../../service/requested.ts';
import page from '../../ui/page.module.css';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { useWords } from '../../words/use-words.ts';
import { Batches } from './batches.tsx';
import { Preview } from './preview.tsx';
import { TablePicker } from './table-picker.tsx';

export function SidecarPage() {
  const words = useWords();
  usePageTitle(words.sidecar.title);
  const [address, setAddress] = useSearchParams();
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [reading, setReading] = useState(false);
  const preview = address.get('preview');

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setReading(true);
    try {
      const { id, counts } = await client.previewSidecar(file);
      await queries.invalidateQueries({ queryKey: ['sidecar'] });
      setAddress({ preview: id, ...(counts.ready > 0 ? { show: 'ready' } : {}) });
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
    } finally {
      setReading(false);
    }
  };

  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{words.sidecar.title}</h1>
        <Link to={PAGES.imports}>{words.imports.title}</Link>
      </header>
      <p className={page.note}>{words.sidecar.lead}</p>
      <TablePicker small={preview !== null} reading={reading} onPick={(file) => void read(file)} />
      {reading && <Skeleton active paragraph={{ rows: 5 }} title={false} />}
      {!reading && preview !== null && <Preview key={preview} id={preview} />}
      <Batches />
    </div>
  );
}
