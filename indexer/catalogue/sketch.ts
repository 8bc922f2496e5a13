/**
 * A text as a handful of numbers by which its near-duplicates are found without reading them: one-permutation min-hash
 * (Li, Owen, Zhang 2012) over runs of six letters, in bands that two alike texts share. Pure.
 */

const SHINGLE = 6;
const BINS = 64;
const BIN_BITS = 6;
const ROWS_A_BAND = 4;
/** Shorter texts are alike by their set phrases alone. */
const FEWEST_LETTERS = 200;

/**
 * Sixteen numbers below 2^36; texts that share nine tenths of their runs share at least one of them in all but one case in
 * millions. Empty for a text that is too short to judge.
 */
export function bandsOf(text: string): readonly number[] {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < FEWEST_LETTERS) return [];
  const least = filled(leastOfBins(letters));
  const bands: number[] = [];
  for (let band = 0; band * ROWS_A_BAND < BINS; band += 1) {
    let hash = 0;
    for (let row = 0; row < ROWS_A_BAND; row += 1) hash = mix(hash ^ (least[band * ROWS_A_BAND + row] ?? 0));
    bands.push(band * 2 ** 32 + (hash >>> 0));
  }
  return bands;
}

/** The smallest hash of each bin; -1 where nothing fell into it. */
function leastOfBins(letters: string): Int32Array {
  const least = new Int32Array(BINS).fill(-1);
  for (let at = 0; at + SHINGLE <= letters.length; at += 1) {
    let hash = 0;
    for (let i = 0; i < SHINGLE; i += 1) hash = Math.imul(hash, 0x01000193) ^ letters.charCodeAt(at + i);
    hash = mix(hash);
    const bin = hash >>> (32 - BIN_BITS);
    const value = hash & (2 ** (32 - BIN_BITS) - 1);
    const before = least[bin] ?? -1;
    if (before < 0 || value < before) least[bin] = value;
  }
  return least;
}

/** An empty bin takes what the next one has. */
function filled(least: Int32Array): Int32Array {
  const full = least.slice();
  for (let bin = 0; bin < BINS; bin += 1) {
    for (let step = 1; step < BINS && (full[bin] ?? -1) < 0; step += 1) {
      const other = least[(bin + step) % BINS] ?? -1;
      if (other >= 0) full[bin] = other + step;
    }
  }
  return full;
}

/** Spreads the bits of a number over all of it (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
