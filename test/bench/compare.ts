/** `npm run bench:compare -- LEFT RIGHT`: what comparing two files takes; a folder is all its files, one after the other. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareTexts } from '../../indexer/compare/compare.ts';
import { type ComparableProvision, unitsOf } from '../../indexer/compare/units.ts';
import { parseBytes } from '../../indexer/pipeline.ts';
import { loadDictionary, segmentExact } from '../../indexer/segment/segment.ts';

const ROUNDS = 5;

async function readProvisions(path: string): Promise<ComparableProvision[]> {
  const files = statSync(path).isFile() ? [path] : readdirSync(path).map((name) => join(path, name));
  const joined: ComparableProvision[] = [];
  for (const file of files.sort()) {
    for (const { provisions } of (await parseBytes(readFileSync(file), file)).documents) {
      const shift = joined.length;
      for (const one of provisions) joined.push({ ...one, ordinal: one.ordinal + shift, clause: one.clause + shift });
    }
  }
  return joined;
}

loadDictionary();
const [left, right] = await Promise.all(process.argv.slice(2, 4).map(readProvisions));
if (left === undefined || right === undefined)
  throw new Error('Expected two paths: npm run bench:compare -- LEFT RIGHT');
const times: number[] = [];
let summary = {};
for (let round = 0; round < ROUNDS; round += 1) {
  const start = performance.now();
  ({ summary } = compareTexts(left, right, segmentExact));
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
console.log(`units      ${unitsOf(left).length} and ${unitsOf(right).length}`);
console.log(`summary    ${JSON.stringify(summary)}`);
console.log(`took       best ${times[0]?.toFixed(0)} ms · worst of ${ROUNDS} ${times.at(-1)?.toFixed(0)} ms`);
