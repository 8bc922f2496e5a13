/** Smaller and larger corpora made from the one at hand, to see how costs grow. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** Below 1 every so-manyth file; above, the files and so many copies that differ from them in title and text. */
export function makeCorpus(files: readonly string[], times: number, folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (times < 1) {
    const step = Math.round(1 / times);
    for (const [i, file] of files.entries())
      if (i % step === 0) copyFileSync(file, join(folder, `${i}-${basename(file)}`));
    return;
  }
  for (const [i, file] of files.entries())
    for (let copy = 0; copy < times; copy += 1) {
      const name = `${i}-${basename(file, extname(file))}-${copy}${extname(file)}`;
      if (copy === 0) copyFileSync(file, join(folder, name));
      else writeFileSync(join(folder, name), copyOf(readFileSync(file, 'utf8'), copy));
    }
}

/** Another title, and other words now and then: no copy is taken for the text that it was made from. */
function copyOf(text: string, copy: number): string {
  const mark = '甲乙丙丁戊己庚辛壬癸'[copy % 10] ?? '';
  return text
    .replace(/^(#*\s*)(\S+)/, `$1${mark}地$2`)
    .replace(/应当/g, (word, at: number) => (at % 3 === 0 ? `均${word}` : word));
}
