/** Asks a library for random runs of its own texts and says how many of the places a plain scan finds were found, and no others. */
import { join } from 'node:path';
import { openCatalogue } from '../../indexer/catalogue/store.ts';
import type { SearchResponse } from '../../indexer/contract.ts';
import { cutsRun } from '../../indexer/text/grams.ts';
import { canBeAsked, compact, holds, type ScannedDocument, scanDocuments } from '../support/plain-scan.ts';
import type { TestService } from '../support/service.ts';

const RUNS = 200;
const PAGE = 100;

interface Sum {
  asked: number;
  found: number;
  right: number;
  wanted: number;
  totalsRight: number;
}

export async function measureCompleteness(service: TestService, library: string): Promise<void> {
  const catalogue = openCatalogue(join(library, 'catalogue.sqlite'));
  const documents = scanDocuments(catalogue);
  catalogue.close();
  const runs = randomRuns(documents, RUNS);
  for (const [name, quote, lengths] of [
    ['phrases in quotes', '"', [2, 30]],
    ['words without', '', [2, 8]],
  ] as const) {
    const sum: Sum = { asked: 0, found: 0, right: 0, wanted: 0, totalsRight: 0 };
    for (const run of runs) {
      const phrase = run.slice(0, lengths[1]);
      if (!canBeAsked(phrase) || (quote === '' && !/^\p{Script=Han}+$/u.test(phrase))) continue;
      await compare(service, documents, phrase, quote, sum);
    }
    const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(4));
    console.log(
      `completeness ${name.padEnd(18)} ${sum.asked} asked · recall ${share(sum.right, sum.wanted)} · precision ${share(sum.right, sum.found)} · totals exact ${share(sum.totalsRight, sum.asked)}`,
    );
  }
}

async function compare(
  service: TestService,
  documents: readonly ScannedDocument[],
  phrase: string,
  quote: string,
  sum: Sum,
): Promise<void> {
  const wanted = documents.filter((document) => holds(document, compact(phrase))).map(({ id }) => id);
  const found = new Set<string>();
  let total = 0;
  for (let offset = 0; offset === 0 || offset < total; offset += PAGE) {
    const q = `${quote}${phrase}${quote}`;
    // Without synonyms: a word of the same meaning is no place of this one.
    const parameters = new URLSearchParams({ q, offset: String(offset), limit: String(PAGE), synonyms: 'off' });
    const page = await service.get<SearchResponse>(`/search?${parameters}`);
    total = page.total;
    for (const { id } of page.hits) found.add(id);
  }
  sum.asked += 1;
  sum.wanted += wanted.length;
  sum.found += found.size;
  sum.right += wanted.filter((id) => found.has(id)).length;
  if (total === wanted.length) sum.totalsRight += 1;
}

/** The same runs each time: figures of two days can be compared. */
function randomRuns(documents: readonly ScannedDocument[], count: number): string[] {
  let state = 20_260_101;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % Math.max(1, below);
  };
  const runs: string[] = [];
  for (let tries = 0; runs.length < count && tries < count * 20; tries += 1) {
    const document = documents[next(documents.length)];
    const texts = [...(document?.clauses.values() ?? [])].flat();
    const text = texts[next(texts.length)] ?? '';
    const start = next(text.length);
    const end = Math.min(text.length, start + 2 + next(29));
    const run = text.slice(start, end);
    if (run.length >= 2 && !cutsRun(text, start) && !cutsRun(text, end) && canBeAsked(run)) runs.push(run);
  }
  return runs;
}
