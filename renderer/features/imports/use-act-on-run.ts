/** Does something to a run, shows what came of it, and tells when it failed. */
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { ImportDetailResponse, ImportRun } from '../../../indexer/contract.ts';
import { asServiceError } from '../../service/requested.ts';

export interface RunAction {
  readonly asking: boolean;
  /** True when it was done. */
  readonly act: (action: () => Promise<ImportRun>) => Promise<boolean>;
}

export function useActOnRun(id: string): RunAction {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [asking, setAsking] = useState(false);
  const act = async (action: () => Promise<ImportRun>): Promise<boolean> => {
    setAsking(true);
    try {
      const run = await action();
      queries.setQueryData<ImportDetailResponse>(['import', id], (before) => before && { ...before, run });
      for (const queryKey of [['import', id], ['imports'], ['import-files', id]])
        void queries.invalidateQueries({ queryKey });
      return true;
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
      return false;
    } finally {
      setAsking(false);
    }
  };
  return { asking, act };
}
