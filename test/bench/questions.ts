/**
 * `npm run bench:questions -- LAWS QUESTIONS [LIBRARY]`: asks everyday questions and prints how often the articles that
 * answer them are among the first ten, beside BM25 and plain Meilisearch on the same articles. QUESTIONS has a JSON object a line: question, and relevant: groups of articles
 * ({ file, article }), one of each group being enough. A LIBRARY that is named is kept and used again.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { DocumentView, SearchResponse, StatusResponse } from '../../indexer/contract.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { bm25, plainMeilisearch, readArticles } from './baselines.ts';

interface Question {
  readonly question: string;
  readonly relevant: readonly (readonly { readonly file: string; readonly article: string }[])[];
}

const FIRST = 10;
const ARTICLE = /第[^第条]+条(?:之[一二三四五六七八九十]+)?/;
const [laws, questionsFile, kept] = process.argv.slice(2).map((path) => resolve(path));
if (laws === undefined || questionsFile === undefined) {
  console.error('Expected a folder of laws and a file of questions.');
  process.exit(2);
}
const folder: string = laws;
const questions = readFileSync(questionsFile, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Question);
const library = kept ?? mkdtempSync(join(tmpdir(), 'gongbao-questions-'));
const service = await startTestService({ library });
try {
  const status = await service.get<StatusResponse>('/status');
  if (status.library.documents === 0) await service.importAll([folder]);
  await service.untilIndexed();
  await measureAll(service);
} finally {
  await service.stop();
  if (kept === undefined) rmSync(library, { recursive: true, force: true });
}

interface Found {
  readonly documentId: string;
  readonly label: string;
}

async function measureAll(running: TestService): Promise<void> {
  const filesOf = await fileReader(running);
  const times: number[] = [];
  await measure('Gongbao', filesOf, async (question) => {
    const parameters = new URLSearchParams({ q: question, unit: 'provision', limit: String(FIRST) });
    const { hits, tookMs } = await running.get<SearchResponse>(`/search?${parameters}`);
    times.push(tookMs);
    return hits.map(({ id, passages }) => ({
      documentId: id,
      label: ARTICLE.exec(passages[0]?.path ?? '')?.[0] ?? '',
    }));
  });
  times.sort((a, b) => a - b);
  console.log(
    `  p50 ${times[times.length >> 1]?.toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms`,
  );
  const articles = readArticles(join(library, 'catalogue.sqlite'));
  const words = bm25(articles);
  await measure('BM25 over words', filesOf, (question) => words(question, FIRST));
  const plain = await plainMeilisearch(articles);
  if (plain === null) return;
  try {
    await measure('Meilisearch as it comes', filesOf, (question) => plain.answer(question, FIRST));
  } finally {
    await plain.stop();
  }
}

/** Gives the files that a document was read from, as the questions name them. */
async function fileReader(running: TestService): Promise<(id: string) => Promise<readonly string[]>> {
  const files = new Map<string, readonly string[]>();
  return async (id) => {
    const known = files.get(id);
    if (known !== undefined) return known;
    const { sources } = await running.get<DocumentView>(`/documents/${id}`);
    const paths = sources.map(({ path }) => relative(folder, path));
    files.set(id, paths);
    return paths;
  };
}

async function measure(
  name: string,
  filesOf: (id: string) => Promise<readonly string[]>,
  find: (question: string) => Promise<readonly Found[]>,
): Promise<void> {
  let recall = 0;
  let reciprocal = 0;
  let answered = 0;
  for (const { question, relevant } of questions) {
    const found: string[][] = [];
    for (const { documentId, label } of await find(question))
      found.push((await filesOf(documentId)).map((file) => `${file} ${label}`));
    const isIn = (group: Question['relevant'][number]): boolean =>
      group.some(({ file, article }) => found.some((names) => names.includes(`${file} ${article}`)));
    recall += relevant.filter(isIn).length / relevant.length;
    const all = new Set(relevant.flat().map(({ file, article }) => `${file} ${article}`));
    const rank = found.findIndex((names) => names.some((each) => all.has(each)));
    if (rank < 0) continue;
    answered += 1;
    reciprocal += 1 / (rank + 1);
  }
  const share = (sum: number): string => (sum / questions.length).toFixed(3);
  console.log(
    `${name}: ${questions.length} questions, recall@${FIRST} ${share(recall)}, MRR@${FIRST} ${share(reciprocal)}, some answer ${share(answered)}`,
  );
}
