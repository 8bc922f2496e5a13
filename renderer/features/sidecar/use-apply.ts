/** Applying a table and taking it back; both tell what was done, and everything shown is asked for anew. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { createElement, useState } from 'react';
import type { CorrectionBatch } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';
import { asServiceError } from '../../service/requested.ts';
import { useFormat, useWords } from '../../words/use-words.ts';

async function askAnew(queries: QueryClient): Promise<void> {
  for (const key of ['sidecar', 'search', 'document', 'journal']) await queries.invalidateQueries({ queryKey: [key] });
}

export function useUndo() {
  const words = useWords().sidecar;
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [undoing, setUndoing] = useState<string | null>(null);
  const undo = async ({ id, name }: CorrectionBatch): Promise<void> => {
    setUndoing(id);
    try {
      await client.undoSidecar(id);
      notification.destroy(id);
      notification.success({ title: words.undone(name) });
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
    } finally {
      setUndoing(null);
      await askAnew(queries);
    }
  };
  return { undoing, undo };
}

export function useApply(preview: string) {
  const words = useWords().sidecar;
  const format = useFormat();
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const { undo } = useUndo();
  const [applying, setApplying] = useState(false);
  const apply = async (overwrite: boolean): Promise<void> => {
    setApplying(true);
    try {
      const batch = await client.applySidecar(preview, overwrite);
      notification.success({
        key: batch.id,
        title: words.applied(format.number(batch.documents), format.number(batch.fields)),
        actions: createElement(Button, { size: 'small', onClick: () => void undo(batch) }, words.undo),
      });
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
    } finally {
      await askAnew(queries);
      setApplying(false);
    }
  };
  return { applying, apply };
}
