/**
 * What the search is measured against, on the same articles: BM25 over the words of the segmenter, and Meilisearch as it
 * comes, with its own Chinese tokenizer and settings.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { clauseSets } from '../../indexer/catalogue/clause-index.ts';
import { bodyOf } from '../../indexer/catalogue/search-view.ts';
import { openCatalogue } from '../../indexer/catalogue/store.ts';
import { locateMeilisearch } from '../../indexer/engine/meilisearch/locate.ts';
import { type EngineAddress, EngineProcess } from '../../indexer/engine/meilisearch/process.ts';
import { segmentForSearch } from '../../indexer/segment/segment.ts';

export interface Article {
  /** Id of the document and label of the article, as the bench names what it found. */
  readonly documentId: string;
  readonly label: string;
  readonly text: string;
}

/** Gives the articles that answer a question, best first. */
export type Baseline = (question: string, count: number) => Promise<readonly Article[]>;

const ARTICLE = /^第[^条]{1,8}条(?:之[一二三四五六七八九十]+)?/u;
const K1 = 1.2;
const B = 0.75;
const BATCH = 20_000;

/** Every clause of a library. */
export function readArticles(catalogueFile: string): Article[] {
  const catalogue = openCatalogue(catalogueFile);
  try {
    const ids = new Map(catalogue.facts().map(({ key, id }) => [key, id]));
    return clauseSets(catalogue.database).flatMap(({ documentKey, spans }) => {
      const body = bodyOf(catalogue.database, documentKey);
      const articles: Article[] = [];
      for (let i = 0; i < spans.length; i += 3) {
        const text = body.slice(spans[i + 1], spans[i + 2]);
        articles.push({ documentId: ids.get(documentKey) ?? '', label: ARTICLE.exec(text)?.[0] ?? '', text });
      }
      return articles;
    });
  } finally {
    catalogue.close();
  }
}

export function bm25(articles: readonly Article[]): Baseline {
  const postings = new Map<string, number[]>();
  const lengths = articles.map(({ text }, place) => {
    const words = segmentForSearch(text);
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const list = postings.get(word) ?? [];
      list.push(place, count);
      postings.set(word, list);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return async (question, count) => {
    const scores = new Float64Array(articles.length);
    for (const word of segmentForSearch(question)) {
      const list = postings.get(word) ?? [];
      const rarity = Math.log(1 + (articles.length - list.length / 2 + 0.5) / (list.length / 2 + 0.5));
      for (let i = 0; i < list.length; i += 2) {
        const [place = 0, often = 0] = [list[i], list[i + 1]];
        const length = 1 - B + (B * (lengths[place] ?? 0)) / average;
        scores[place] = (scores[place] ?? 0) + (rarity * often * (K1 + 1)) / (often + K1 * length);
      }
    }
    const found = [...scores.keys()].filter((place) => (scores[place] ?? 0) > 0);
    found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    return found.slice(0, count).flatMap((place) => articles[place] ?? []);
  };
}

/** Null where no Meilisearch is at hand. `stop` ends it and removes its data. */
export async function plainMeilisearch(
  articles: readonly Article[],
): Promise<{ answer: Baseline; stop: () => Promise<void> } | null> {
  const located = locateMeilisearch({ wanted: null, resources: null, cache: '' });
  if (located === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-plain-'));
  let engine: EngineProcess | null = null;
  const address = await new Promise<EngineAddress>((resolve, reject) => {
    engine = new EngineProcess({
      executable: located.path,
      folder,
      logs: folder,
      onReady: resolve,
      onDown: (reason) => reject(new Error(reason)),
    });
    void engine.start();
  });
  const index = new Meilisearch({ host: address.url, apiKey: address.key }).index('articles');
  for (let start = 0; start < articles.length; start += BATCH) {
    const batch = articles.slice(start, start + BATCH).map(({ text }, i) => ({ id: start + i, text }));
    await index.addDocuments(batch, { primaryKey: 'id' }).waitTask({ timeout: 600_000, interval: 200 });
  }
  return {
    answer: async (question, count) => {
      const { hits } = await index.search<{ id: number }>(question, { limit: count, attributesToRetrieve: ['id'] });
      return hits.flatMap(({ id }) => articles[id] ?? []);
    },
    stop: async () => {
      await engine?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
