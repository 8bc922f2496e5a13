/** The search engine port on Meilisearch, local or remote: an address and a key are all it knows. */
import { Meilisearch } from 'meilisearch';
import type { IndexEntry, RankedEntry, RankRequest } from '../search-engine.ts';
import { INDEX, SETTINGS } from './index-settings.ts';
import type { EngineAddress } from './process.ts';

/** A query counts its first ten words only. */
const MOST_WORDS = 10;
const TASK_TIMEOUT_MS = 600_000;

export class MeilisearchIndex {
  readonly #client: Meilisearch;

  constructor({ url, key }: EngineAddress) {
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

  async index(entries: readonly IndexEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const ids = [...new Set(entries.map(({ documentId }) => documentId))];
    const index = this.#client.index(INDEX);
    // Tasks of one index run in order: the old entries go first.
    await index.deleteDocuments({ filter: `documentId IN [${ids.join(', ')}]` });
    const documents = entries.map((entry) => ({ ...entry, whole: entry.clause === null }));
    await this.#done(index.addDocuments(documents));
  }

  async remove(documentIds: readonly string[]): Promise<void> {
    if (documentIds.length === 0) return;
    await this.#done(
      this.#client.index(INDEX).deleteDocuments({ filter: `documentId IN [${documentIds.join(', ')}]` }),
    );
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

  async #done(task: {
    waitTask(options: {
      timeout: number;
      interval: number;
    }): Promise<{ status: string; error: { message: string } | null }>;
  }): Promise<void> {
    const { status, error } = await task.waitTask({ timeout: TASK_TIMEOUT_MS, interval: 25 });
    if (status !== 'succeeded') throw new Error(`Meilisearch: ${status} ${error?.message ?? ''}`);
  }
}
