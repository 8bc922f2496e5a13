/** The pieces with which the command line speaks to a running service. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readImportEvents } from '../../../indexer/cli/import-events.ts';
import { searchParameters } from '../../../indexer/cli/remote-access.ts';
import { SearchRequest } from '../../../indexer/contract.ts';

describe('searchParameters', () => {
  it('is read back by the service as the same request', () => {
    const request = SearchRequest.parse({
      q: '增设 电梯&',
      issuer: ['甲', '乙'],
      year: '2020',
      unit: 'provision',
      limit: '5',
    });
    const sent = searchParameters(request);
    expect(sent.getAll('issuer')).toEqual(['甲', '乙']);
    const received: Record<string, string | string[]> = {};
    for (const name of new Set(sent.keys())) received[name] = sent.getAll(name);
    const single = Object.entries(received).map(([name, values]) => [name, values.length === 1 ? values[0] : values]);
    expect(SearchRequest.parse(Object.fromEntries(single))).toEqual(request);
  });
});

describe('readImportEvents', () => {
  let server: Server;
  beforeAll(async () => {
    // An event may come in pieces, even with a character cut in two; heartbeats are nothing.
    const stream = Buffer.from('event: run\ndata: {"id":"一"}\n\n: still here\n\nevent: end\ndata: {"id":"二"}\n\n');
    server = createServer((_request, response) => {
      const send = (at: number): void => {
        if (at >= stream.length) response.end();
        else response.write(stream.subarray(at, at + 7), () => send(at + 7));
      };
      send(0);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => {
    server.close();
  });

  it('gives every event whole, in order', async () => {
    const { port } = server.address() as AddressInfo;
    const events = [];
    for await (const event of readImportEvents(await fetch(`http://127.0.0.1:${port}/`))) events.push(event);
    expect(events).toEqual([
      { event: 'run', data: { id: '一' } },
      { event: 'end', data: { id: '二' } },
    ]);
  });
});
