/** A worker of the service, bundled from its source for a test, below the root, where native packages are found. */
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES, bundleOptions } from '../../main/build/bundles.ts';

const FOLDER = resolve(import.meta.dirname, '../../out/test');

/** `entry` is how the path of its source ends. Gives the path of the bundle. */
export async function buildWorker(entry: string): Promise<string> {
  const bundle = BUNDLES.find((each) => each.entry.endsWith(entry));
  if (bundle === undefined) throw new Error(`${entry} is not built any more`);
  const worker = join(FOLDER, basename(bundle.output));
  await build({ ...bundleOptions(bundle), outfile: worker });
  return worker;
}
