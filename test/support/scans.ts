/** Makes scans of clean pictures, and counts what was read wrong. */
import { type Bitmap, toGray, turn } from '../../indexer/read/image/bitmap.ts';

/** Laid askew, its paper grey, its pixels noisy; the same every time. */
export function noisy(picture: Bitmap, degrees: number, noise: number): Bitmap {
  if (degrees === 0 && noise === 0) return picture;
  const { pixels } = turn(toGray(picture), degrees);
  const data = new Uint8Array(pixels.length * 4).fill(255);
  let state = 7;
  pixels.forEach((light, index) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const value = light * 0.9 + 20 + ((state >>> 16) % (2 * noise + 1)) - noise;
    data.fill(Math.max(0, Math.min(255, value)), index * 4, index * 4 + 3);
  });
  return { ...picture, data };
}

/** Signs that a recogniser cannot tell apart, and radicals that fonts give for characters, are made one. */
export function plainCharacters(text: string): string {
  return text
    .replace(/[⺠⻅⻔⻋⻬⻛⻓⻰⻣⺟⻉⻆⻩⻢⻚⻘]/g, (radical) => RADICALS[radical] ?? radical)
    .normalize('NFKC')
    .replace(/[\s—–―-]/g, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'");
}

const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  '⺠民⻅见⻔门⻋车⻬齐⻛风⻓长⻰龙⻣骨⺟母⻉贝⻆角⻩黄⻢马⻚页⻘青'
    .match(/../gu)
    ?.map(([radical, character]) => [radical, character]) ?? [],
);

/** Insertions, deletions and replacements that make one text of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
