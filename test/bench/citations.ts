/** What following citations costs over HTTP: a document with its counts, its panel, the preview of a clause, its versions. */
import type { CitationsResponse, SearchResponse } from '../../indexer/contract.ts';
import type { TestService } from '../support/service.ts';

const DOCUMENTS = 100;

/** Prints the median and p95 of each request, over documents of the library and the clauses that they cite. */
export async function measureCitations(service: TestService): Promise<void> {
  const { hits } = await service.get<SearchResponse>(`/search?q=&limit=${DOCUMENTS}`);
  const ids = hits.map(({ id }) => id);
  const cited: string[] = [];
  for (const id of ids) {
    const { citations } = await service.get<CitationsResponse>(`/documents/${id}/citations`);
    const resolved = citations.find(({ resolution }) => resolution.state === 'resolved');
    if (resolved !== undefined) cited.push(resolved.id);
  }
  const ofEach = (tail: string): string[] => ids.map((id) => `/documents/${id}${tail}`);
  const requests: Readonly<Record<string, readonly string[]>> = {
    'open a document (30)': ofEach(''),
    'what it cites (30)': ofEach('/citations?internal=true'),
    'what cites it (30)': ofEach('/citations?direction=in'),
    'hover preview (50)': cited.map((id) => `/citations/${id}/preview`),
    'validity with proof (30)': ofEach('/validity'),
    'versions (30)': ofEach('/lineage'),
    neighbours: ofEach('/neighbourhood'),
  };
  console.log('\ncitations, milliseconds (budget)        median      p95');
  for (const [name, paths] of Object.entries(requests)) {
    const times: number[] = [];
    for (const path of paths) {
      const began = performance.now();
      await service.get(path);
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1).padStart(9);
    console.log(`${name.padEnd(36)}${at(0.5)}${at(0.95)}`);
  }
}
