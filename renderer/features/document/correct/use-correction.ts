/** Sends a change of a document, and lets every page that shows it ask again. */
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { CorrectionRequest } from '../../../../indexer/contract.ts';
import { client } from '../../../service/client.ts';
import { asServiceError } from '../../../service/requested.ts';
import { useWords } from '../../../words/use-words.ts';

export interface CorrectionSending {
  readonly sending: boolean;
  /** Resolves to whether it was taken; what went wrong has been shown. */
  readonly send: (change: CorrectionRequest) => Promise<boolean>;
}

export function useCorrection(id: string): CorrectionSending {
  const words = useWords().correct;
  const queries = useQueryClient();
  const { notification, message } = App.useApp();
  const [sending, setSending] = useState(false);
  const send = async (change: CorrectionRequest): Promise<boolean> => {
    setSending(true);
    try {
      queries.setQueryData(['document', id], await client.correct(id, change));
      for (const key of ['journal', 'search', 'suggest', 'issue', 'issues', 'citations', 'related'])
        void queries.invalidateQueries({ queryKey: [key] });
      void message.success(words.saved);
      return true;
    } catch (cause) {
      const error = asServiceError(cause);
      notification.error({ title: error.message, description: error.hint });
      return false;
    } finally {
      setSending(false);
    }
  };
  return { sending, send };
}
