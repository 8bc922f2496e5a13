/** Who imports whom in a source tree, read from the import lines. */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface Import {
  /** `indexer/split/split.ts` */
  readonly from: string;
  /** A file of ours from the root, or the name of a package: `node:fs`, `react`. */
  readonly to: string;
  /** Whether only types are taken. */
  readonly typeOnly: boolean;
}

// import type { A } from './a.ts'; export { b } from './b.ts'; import './c.ts'; import('./d.ts')
const STATIC = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

export function readImports(root: string, files: readonly string[]): Import[] {
  return files.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const place = (to: string): string => (to.startsWith('.') ? normalize(join(dirname(from), to)) : to);
    return [
      ...[...text.matchAll(STATIC)].map(([, type, to = '']) => ({ from, to: place(to), typeOnly: type !== undefined })),
      ...[...text.matchAll(DYNAMIC)].map(([, to = '']) => ({ from, to: place(to), typeOnly: false })),
    ];
  });
}

/** Each cycle once, as the files in order; imports of types alone make none. */
export function findCycles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) if (!typeOnly) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const seen = path.indexOf(file);
    if (seen >= 0) cycles.push(path.slice(seen));
    if (seen >= 0 || done.has(file)) return;
    for (const next of targets.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  return cycles;
}
