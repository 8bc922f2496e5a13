/** The search engine port on Meilisearch: an address and a key are all it knows. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Meilisearch } from 'meilisearch';
import type { IndexEntry, RankedEntry, RankRequest } from '../search-engine.ts';
import { INDEX, SETTINGS } from './index-settings.ts';
import type { EngineAddress } from './process.ts';

/** A query counts its first ten words only. */
const MOST_WORDS = 10;
const TASK_TIMEOUT_MS = 600_000;
const PIECE_CHARACTERS = 20_000;

export class MeilisearchIndex {
  readonly #client: Meilisearch;
  readonly #address: EngineAddress;

  constructor(address: EngineAddress) {
    const { url, key } = address;
    this.#address = address;
    // A compressed answer comes in pieces, and on loopback each waits for the acknowledgement of the last: 40 ms a search.
    const requestInit = { headers: { 'accept-encoding': 'identity' } };
    this.#client = new Meilisearch({ host: url, apiKey: key, requestInit });
  }

  /** Makes the index, or brings its settings up to date. */
  async prepare(): Promise<void> {
    const indexes = await this.#client.getRawIndexes();
    if (!indexes.results.some(({ uid }) => uid === INDEX))
      await this.#done(this.#client.createIndex(INDEX, { primaryKey: 'id' }));
    await this.#done(this.#client.index(INDEX).updateSettings(SETTINGS));
  }

  async index(documentIds: readonly string[], entries: AsyncIterable<IndexEntry>): Promise<void> {
    if (documentIds.length === 0) return;
    // Tasks of one index run in order: the old entries go first.
    const removal = this.#client.index(INDEX).deleteDocuments({ filter: `documentId IN [${documentIds.join(', ')}]` });
    await removal;
    const added = await this.#add(toLines(entries));
    await (added === null ? this.#done(removal) : this.#until(added));
  }

  /**
   * Sends lines while they are made, and gives the id of the task; null when there are none. The client's own call takes all
   * of them as one text, which holds up everything else for a tenth of a second.
   */
  async #add(lines: AsyncGenerator<Uint8Array, void>): Promise<number | null> {
    const first = await lines.next();
    if (first.done) return null;
    const { url, key } = this.#address;
    const request = httpRequest(`${url}/indexes/${INDEX}/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    });
    const pieces = Readable.from(following(first.value, lines));
    const [[answer]] = await Promise.all([once(request, 'response'), pipeline(pieces, request)]);
    const { statusCode } = answer as IncomingMessage;
    const words = await text(answer as IncomingMessage);
    if (statusCode !== 202) throw new Error(`Meilisearch: ${statusCode} ${words}`);
    return (JSON.parse(words) as { taskUid: number }).taskUid;
  }

  async clear(): Promise<void> {
    await this.#done(this.#client.index(INDEX).deleteAllDocuments());
  }

  async rank({ words, unit, all, limit }: RankRequest, signal?: AbortSignal): Promise<RankedEntry[]> {
    const answer = await this.#client.index(INDEX).search<{ id: string; documentId: string }>(
      words.slice(0, MOST_WORDS).join(' '),
      {
        limit,
        locales: ['eng'],
        matchingStrategy: all ? 'all' : 'frequency',
        attributesToRetrieve: ['id', 'documentId'],
        filter: `whole = ${unit === 'document'}`,
        showRankingScore: true,
      },
      signal === undefined ? {} : { signal },
    );
    return answer.hits.map(({ id, documentId, _rankingScore }) => ({ id, documentId, score: _rankingScore ?? 0 }));
  }

  async size(): Promise<number> {
    return (await this.#client.index(INDEX).getStats()).numberOfDocuments;
  }

  async #done(task: PromiseLike<{ readonly taskUid: number }>): Promise<void> {
    await this.#until((await task).taskUid);
  }

  async #until(taskUid: number): Promise<void> {
    const options = { timeout: TASK_TIMEOUT_MS, interval: 25 };
    const { status, error } = await this.#client.tasks.waitForTask(taskUid, options);
    if (status !== 'succeeded') throw new Error(`Meilisearch: ${status} ${error?.message ?? ''}`);
  }
}

/** NDJSON in pieces that are worth sending. */
async function* toLines(entries: AsyncIterable<IndexEntry>): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  let lines = '';
  for await (const entry of entries) {
    lines += `${JSON.stringify({ ...entry, whole: entry.clause === null })}\n`;
    if (lines.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(lines);
    lines = '';
  }
  if (lines !== '') yield encoder.encode(lines);
}

async function* following<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T, void> {
  yield first;
  yield* others;
}
