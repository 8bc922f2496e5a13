/** A page sees one of three states, and a failure stays one until there is an answer. */
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createQueryClient } from '../../../renderer/service/query-client.ts';
import { useRequested } from '../../../renderer/service/requested.ts';
import { ServiceError } from '../../../renderer/service/service-error.ts';

afterEach(cleanup);

let seen: string[] = [];

function Page({ ask }: { readonly ask: () => Promise<string> }) {
  const answer = useRequested({ key: ['page'], ask, every: (data) => (data === undefined ? 5 : false) });
  const shown =
    answer.state === 'ready' ? answer.data : answer.state === 'failed' ? `failed: ${answer.error.code}` : 'waiting';
  if (seen.at(-1) !== shown) seen.push(shown);
  return <p>{shown}</p>;
}

function open(ask: () => Promise<string>): void {
  seen = [];
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Page ask={ask} />
    </QueryClientProvider>,
  );
}

it('waits, then shows the answer', async () => {
  open(async () => '济政办发〔2020〕25号');
  await screen.findByText('济政办发〔2020〕25号');
  expect(seen).toEqual(['waiting', '济政办发〔2020〕25号']);
});

it('shows a failure, does not blink while asking again, and then the answer', async () => {
  let asked = 0;
  open(async () => {
    asked += 1;
    if (asked < 4) throw new ServiceError({ code: 'import_running', status: 409, detail: '', hint: '' });
    return 'answered';
  });
  await screen.findByText('answered');
  expect(seen).toEqual(['waiting', 'failed: import_running', 'answered']);
});
