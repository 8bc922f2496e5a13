/** Starts an import, goes to its page, and tells when it could not be started. */
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportRun } from '../../../indexer/contract.ts';
import { importAddress } from '../../addresses.ts';
import { asServiceError } from '../../service/requested.ts';
import { STATUS_KEY } from '../../service/use-status.ts';

export interface ImportStart {
  readonly starting: boolean;
  /** `begin` gives the run, or null when the reader changed his mind. */
  readonly start: (begin: () => Promise<ImportRun | null>) => Promise<void>;
}

export function useStartImport(): ImportStart {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [starting, setStarting] = useState(false);

  const start = async (begin: () => Promise<ImportRun | null>): Promise<void> => {
    setStarting(true);
    try {
      const run = await begin();
      if (run === null) return;
      void queries.invalidateQueries({ queryKey: STATUS_KEY });
      void queries.invalidateQueries({ queryKey: ['imports'] });
      navigate(importAddress(run.id));
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
    } finally {
      setStarting(false);
    }
  };
  return { starting, start };
}
