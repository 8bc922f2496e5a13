/** `npm run check`: types, format and lint, and whether all that ships runs on the oldest Node in use. */
import { spawnSync } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES, bundleOptions } from '../main/build/bundles.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Electron 33's; what the tests run on. */
const OLDEST_NODE = '20.18.1';

/** Packages that ask for more than they need, with the reason to believe so. */
const PROVEN: ReadonlySet<string> = new Set([
  // Asks for 20.19 so that require() finds its ES module; it is bundled, and the end-to-end tests run it on 20.18.
  'node_modules/meilisearch',
  // The same; reading PDFs is tried in Electron's own 20.18.
  'node_modules/pdfjs-dist',
]);

export interface Check {
  readonly name: string;
  /** Says on stderr what is wrong. */
  readonly passes: () => boolean | Promise<boolean>;
}

export const CHECKS: readonly Check[] = [
  { name: 'types', passes: () => runTool('typescript/bin/tsc', ['--noEmit', '--project', '.']) },
  { name: 'format and lint', passes: () => runTool('@biomejs/biome/bin/biome', ['check', '.']) },
  { name: `engines accept Node ${OLDEST_NODE}`, passes: enginesAcceptOldestNode },
];

function runTool(tool: string, given: readonly string[]): boolean {
  const path = resolve(ROOT, 'node_modules', tool);
  return spawnSync(process.execPath, [path, ...given], { cwd: ROOT, stdio: ['ignore', 2, 2] }).status === 0;
}

/** What ships: the runtime dependencies, and every package that a bundle took something from. */
async function enginesAcceptOldestNode(): Promise<boolean> {
  const bundled = await bundledPackages();
  const refused = queryPackages(`:attr(engines, [node]):not(:semver(${OLDEST_NODE}, :attr(engines, [node])))`);
  const runtime = new Set(queryPackages('.prod:not(.optional)').map(({ location }) => location));
  const shipped = refused.filter(
    ({ location }) => !PROVEN.has(location) && (runtime.has(location) || bundled.has(location)),
  );
  for (const { location, engines } of shipped) console.error(`${location} wants Node ${engines.node}`);
  return shipped.length === 0;
}

async function bundledPackages(): Promise<ReadonlySet<string>> {
  const results = await Promise.all(
    BUNDLES.map((each) => build({ ...bundleOptions(each), absWorkingDir: ROOT, write: false, metafile: true })),
  );
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  const packages = inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(relative('.', path))?.[0]);
  return new Set(packages.filter((location) => location !== undefined));
}

interface InstalledPackage {
  /** From the root: `node_modules/fastify`. */
  readonly location: string;
  readonly engines: { readonly node?: string };
}

function queryPackages(selector: string): InstalledPackage[] {
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const answer = spawnSync(command, [...first, 'query', selector], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (answer.status !== 0) throw new Error(`npm query ${selector} failed: ${answer.stderr}`);
  return JSON.parse(answer.stdout) as InstalledPackage[];
}

if (import.meta.filename === process.argv[1]) {
  for (const { name, passes } of CHECKS) {
    const passed = await passes();
    console.log(`${passed ? 'ok' : 'FAILED'}: ${name}`);
    if (!passed) process.exitCode = 1;
  }
}
