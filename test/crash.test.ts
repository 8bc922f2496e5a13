/** The service is killed in the middle of imports; nothing may be lost or doubled. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../indexer/catalogue/store.ts';
import type { ImportRun, ImportsResponse } from '../indexer/contract.ts';
import { libraryPaths } from '../indexer/library.ts';
import { GAZETTES, temporaryFolder } from './support/library.ts';
import { startTestService } from './support/service.ts';

const KILLS = 4;
const folder = temporaryFolder('sources');
const library = temporaryFolder();
const clean = temporaryFolder();

afterAll(() => {
  for (const each of [folder, library, clean]) each.remove();
});

/** Forty files: the gazettes and copies whose numbers and titles differ, so that each is a document of its own. */
function makeSources(): string {
  const names = ['001_99d82253c90ac351.txt', '002_8bb94a9499e35f44.txt', '004_1ade5e92c4242b0a.txt'];
  mkdirSync(join(folder.path, 'gazettes'));
  for (let copy = 0; copy < 13; copy += 1) {
    for (const name of names) {
      const text = readFileSync(join(GAZETTES, name), 'utf8').replaceAll(
        '济政',
        `济${'甲乙丙丁戊己庚辛壬癸子丑寅'[copy]}政`,
      );
      writeFileSync(join(folder.path, 'gazettes', `${copy}-${name}`), text);
    }
  }
  return join(folder.path, 'gazettes');
}

/** What the catalogue holds, without what depends on the order or the hour. */
function contents(path: string): unknown {
  const catalogue = openCatalogue(libraryPaths(path).catalogueFile);
  const facts = catalogue.facts().map(({ id }) => ({
    id,
    provisions: catalogue.provisions(id).length,
    citations: catalogue.citationsFrom(id).length,
    sources: catalogue.sources(id).length,
  }));
  const { documents, provisions, sources, citations, indexPending } = catalogue.counts();
  catalogue.close();
  return {
    facts: facts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    documents,
    provisions,
    sources,
    citations,
    indexPending,
  };
}

describe('an import that is killed', () => {
  it(`ends as if nothing had happened after ${KILLS} kills at moments of chance`, async () => {
    const sources = makeSources();
    let service = await startTestService({ library: library.path });
    await service.post<ImportRun>('/imports', { paths: [sources] });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { imports } = await service.get<ImportsResponse>('/imports');
      const run = imports[0] as ImportRun;
      const until = run.filesDone + Math.ceil(Math.random() * 6);
      let done = run.filesDone;
      while (done < until && done < 39) {
        const now = await service.get<ImportsResponse>('/imports');
        done = now.imports[0]?.filesDone ?? 0;
      }
      await service.kill('SIGKILL');
      service = await startTestService({ library: library.path });
    }
    const { imports } = await service.get<ImportsResponse>('/imports');
    await service.follow(imports[0]?.id ?? '', () => undefined);
    await service.untilIndexed();
    expect((await service.get<ImportsResponse>('/imports')).imports[0]).toMatchObject({
      state: 'done',
      filesTotal: 39,
      filesDone: 39,
    });
    await service.stop();

    const undisturbed = await startTestService({ library: clean.path });
    await undisturbed.importAll([sources]);
    await undisturbed.stop();
    expect(contents(library.path)).toEqual(contents(clean.path));
  }, 240_000);
});
