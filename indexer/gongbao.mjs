#!/usr/bin/env node
// The `gongbao` command. Plain JavaScript, because Node 20 runs no TypeScript: builds the program in a source tree where
// it is missing or older than its sources, then starts it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const program = join(root, 'out/indexer/cli.mjs');
const canBuild = ['node_modules/esbuild', 'node_modules/tsx', 'main/build/build.ts'].every((path) =>
  existsSync(join(root, path)),
);

function isStale() {
  const built = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(root, 'indexer'), { recursive: true }).map((name) => join(root, 'indexer', name));
  return sources.some((path) => statSync(path).mtimeMs > built);
}

if (canBuild && isStale()) {
  const built = spawnSync(process.execPath, ['--import', 'tsx', 'main/build/build.ts', 'service'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) process.exit(1);
}
await import(new URL('../out/indexer/cli.mjs', import.meta.url).href);
