import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadMeilisearch, RELEASE } from '../../../../indexer/engine/meilisearch/release.ts';
import { temporaryFolder } from '../../../support/library.ts';

const BYTES = Buffer.from('#!/bin/sh\necho meilisearch 1.21.0\n');
const SUM = createHash('sha256').update(BYTES).digest('hex');
const folder = temporaryFolder('download');
const asset = RELEASE.assets[`${process.platform}-${process.arch}`];
let server: Server;
let mirror: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const known = request.url === `/v${RELEASE.version}/${asset}`;
    response.writeHead(known ? 200 : 404).end(known ? BYTES : '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  folder.remove();
});

describe('downloadMeilisearch', () => {
  it('takes the file whose sum agrees, and makes it executable', async () => {
    const target = join(folder.path, 'good', 'meilisearch');
    await downloadMeilisearch({ target, mirror, sha256: SUM.toUpperCase() });
    expect(readFileSync(target)).toEqual(BYTES);
    expect(statSync(target).mode & 0o111).not.toBe(0);
  });

  it('refuses and leaves nothing of a file whose sum disagrees', async () => {
    const target = join(folder.path, 'forged', 'meilisearch');
    await expect(downloadMeilisearch({ target, mirror, sha256: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'engine_missing',
    });
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(dirname(target))).toEqual([]);
  });

  it('says where it looked when there is nothing', async () => {
    const target = join(folder.path, 'gone', 'meilisearch');
    const wanted = downloadMeilisearch({ target, mirror: `${mirror}/elsewhere`, sha256: SUM });
    await expect(wanted).rejects.toMatchObject({ details: { reason: expect.stringContaining('HTTP 404') } });
  });
});
