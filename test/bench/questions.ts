/**
 * `npm run bench:questions -- LAWS QUESTIONS [LIBRARY]`: asks everyday questions and prints how often the articles that
 * answer them are among the first ten. QUESTIONS has a JSON object a line: question, and relevant: groups of articles
 * ({ file, article }), one of each group being enough. A LIBRARY that is named is kept and used again.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { DocumentView, SearchResponse, StatusResponse } from '../../indexer/contract.ts';
import { startTestService, type TestService } from '../support/service.ts';

interface Question {
  readonly question: string;
  readonly relevant: readonly (readonly { readonly file: string; readonly article: string }[])[];
}

const FIRST = 10;
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
  await ask(service);
} finally {
  await service.stop();
  if (kept === undefined) rmSync(library, { recursive: true, force: true });
}

async function ask(running: TestService): Promise<void> {
  const files = new Map<string, readonly string[]>();
  const filesOf = async (id: string): Promise<readonly string[]> => {
    const known = files.get(id);
    if (known !== undefined) return known;
    const { sources } = await running.get<DocumentView>(`/documents/${id}`);
    const paths = sources.map(({ path }) => relative(folder, path));
    files.set(id, paths);
    return paths;
  };
  let recall = 0;
  let reciprocal = 0;
  let answered = 0;
  const times: number[] = [];
  for (const { question, relevant } of questions) {
    const parameters = new URLSearchParams({ q: question, unit: 'provision', limit: String(FIRST) });
    const { hits, tookMs } = await running.get<SearchResponse>(`/search?${parameters}`);
    times.push(tookMs);
    const found: string[] = [];
    for (const { id, passages } of hits) {
      const article = /第[^条]+条(?:之[一二三四五六七八九十]+)?/.exec(passages[0]?.path ?? '')?.[0] ?? '';
      found.push(...(await filesOf(id)).map((file) => `${file} ${article}`));
    }
    const isIn = (group: Question['relevant'][number]): boolean =>
      group.some(({ file, article }) => found.includes(`${file} ${article}`));
    recall += relevant.filter(isIn).length / relevant.length;
    const all = new Set(relevant.flat().map(({ file, article }) => `${file} ${article}`));
    const rank = found.findIndex((each) => all.has(each));
    if (rank >= 0) {
      answered += 1;
      reciprocal += 1 / (rank + 1);
    }
  }
  times.sort((a, b) => a - b);
  const share = (sum: number): string => (sum / questions.length).toFixed(3);
  console.log(
    `${questions.length} questions · recall@${FIRST} ${share(recall)} · MRR@${FIRST} ${share(reciprocal)} · some answer ${share(answered)}`,
  );
  console.log(
    `time in the service p50 ${times[times.length >> 1]?.toFixed(1)} ms · p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)} ms`,
  );
}
