/** `npx tsx test/bench/parse-alone.ts PATH…`: how many characters a second the whole parse reads, on one core. Figures only. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseBytes } from '../../indexer/pipeline.ts';

const MOST_CHARACTERS = 6_000_000;
const ROUNDS = 2;

const listFiles = (path: string): string[] =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(txt|md)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name));

const paths = process.argv.slice(2).map((path) => resolve(path));
const sources = paths.length > 0 ? paths : [resolve(import.meta.dirname, '../fixtures/gazettes')];
const files = sources.flatMap(listFiles).map((path) => ({ path, bytes: readFileSync(path) }));
for (let round = 1; round <= ROUNDS; round += 1) {
  let characters = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (const { path, bytes } of files) {
    if (characters > MOST_CHARACTERS) break;
    characters += (await parseBytes(bytes, path)).characters;
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const rate = (time: number): string => (characters / time / 1e6).toFixed(2);
  // On a machine that others use, too, the time on the processor says more than the clock.
  console.log(
    `round ${round}: ${characters} characters, ${rate(seconds)} M a second, ${rate((user + system) / 1e6)} M a second of processor time`,
  );
}
