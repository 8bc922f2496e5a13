/**
 * `npm test [-- --only unit|e2e]`: from nothing to `N passed, N failed`. Installs what the system lacks, builds, checks
 * types and format, then runs the unit and integration tests and the end-to-end tests. Each check counts as one test.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, PARTS } from '../main/build/build.ts';
import { CHECKS } from './check.ts';
import { ensureSystemPackages } from './support/system-packages.ts';
import { countPlaywright, countVitest, type Outcome, total } from './support/test-reports.ts';

const ROOT = resolve(import.meta.dirname, '..');
const REPORTS = resolve(ROOT, 'out/test');

const only = readOnly(process.argv.slice(2));
const outcomes: Outcome[] = [];

function readOnly(given: readonly string[]): 'unit' | 'e2e' | null {
  const named = given[given.indexOf('--only') + 1];
  if (!given.includes('--only')) return null;
  if (named === 'unit' || named === 'e2e') return named;
  console.error(`Expected --only unit or --only e2e, got “${named ?? ''}”.`);
  process.exit(2);
}

async function runAll(): Promise<void> {
  if (only !== 'unit') ensureSystemPackages();
  await build(PARTS, false);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  if (only === null) await runChecks();
  if (only !== 'e2e') runVitest();
  if (only !== 'unit') runPlaywright();
}

async function runChecks(): Promise<void> {
  for (const { name, passes } of CHECKS) {
    const passed = await passes();
    console.log(`${passed ? '✓' : '✗'} ${name}`);
    outcomes.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [] });
  }
}

function runVitest(): void {
  const report = resolve(REPORTS, 'vitest.json');
  const succeeded = runTool('vitest/vitest.mjs', [
    ...['run', '--config', 'test/vitest.config.ts', '--reporter', 'default'],
    ...['--reporter', 'json', `--outputFile.json=${report}`],
  ]);
  outcomes.push(countVitest(readReport(report), succeeded));
}

function runPlaywright(): void {
  const report = resolve(REPORTS, 'playwright.json');
  const succeeded = runTool('@playwright/test/cli.js', ['test', '--config', 'test/playwright.config.ts']);
  outcomes.push(countPlaywright(readReport(report), succeeded));
}

function runTool(tool: string, given: readonly string[]): boolean {
  const path = resolve(ROOT, 'node_modules', tool);
  return spawnSync(process.execPath, [path, ...given], { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

/** Null when the tool ended before it wrote one. */
function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

try {
  await runAll();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  outcomes.push({ passed: 0, failed: 1, skipped: [] });
}
const { passed, failed, skipped } = total(outcomes);
for (const name of skipped) console.log(`skipped: ${name}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
