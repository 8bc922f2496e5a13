/** A worker of the service, bundled from its source into the folder of a test. */
import { existsSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES, bundleOptions } from '../../main/build/bundles.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** `entry` is how the path of its source ends. Gives the path of the bundle, which finds native packages beside it. */
export async function buildWorker(entry: string, folder: string): Promise<string> {
  const bundle = BUNDLES.find((each) => each.entry.endsWith(entry));
  if (bundle === undefined) throw new Error(`${entry} is not built any more`);
  const worker = join(folder, basename(bundle.output));
  await build({ ...bundleOptions(bundle), outfile: worker });
  const packages = join(folder, 'node_modules');
  if (!folder.startsWith(ROOT) && !existsSync(packages)) symlinkSync(join(ROOT, 'node_modules'), packages, 'junction');
  return worker;
}
