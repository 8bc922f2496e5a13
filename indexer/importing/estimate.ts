/** How long files take, by format: first as measured on an office PC, then as measured here. Pure. */
import type { ImportFormat } from '../contract.ts';

export interface Amount {
  readonly format: ImportFormat;
  readonly files: number;
  readonly bytes: number;
}

/** How much longer than first measured each format takes on this machine. */
export type Pace = Readonly<Partial<Record<ImportFormat, number>>>;

const FORMATS: readonly (readonly [ImportFormat, RegExp])[] = [
  ['pdf', /\.pdf$/i],
  ['word', /\.(?:docx|docm|dotx)$/i],
  ['web', /\.(?:html?|xhtml|shtml|mht|mhtml)$/i],
  ['ofd', /\.ofd$/i],
  ['picture', /\.(?:png|jpe?g|tiff?|bmp|webp)$/i],
  ['legacy', /\.(?:doc|dot|wps|wpt|rtf|odt|uot|uof)$/i],
  ['archive', /\.(?:zip|tar|tgz|gz|7z|rar)$/i],
  ['text', /\.(?:txt|text|md|markdown|json)$/i],
];

export function formatOfName(name: string): ImportFormat {
  return FORMATS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other';
}

/** Milliseconds a file, and a kilobyte of it. LibreOffice takes seconds to start. */
const COSTS: Readonly<Record<ImportFormat, readonly [file: number, kilobyte: number]>> = {
  text: [4, 1.2],
  pdf: [60, 1.6],
  word: [30, 1.5],
  web: [15, 0.6],
  ofd: [60, 2],
  picture: [50, 0.05],
  legacy: [3000, 4],
  archive: [50, 1.5],
  other: [10, 1],
};
/** Of a new measure, so much counts. */
const FRESH = 0.5;
const KILOBYTE = 1024;

/** Seconds that these files are likely to take. */
export function estimateSeconds(amounts: readonly Amount[], pace: Pace): number {
  return amounts.reduce((sum, amount) => sum + costOf(amount) * (pace[amount.format] ?? 1), 0) / 1000;
}

/** Milliseconds as first measured. */
function costOf({ format, files, bytes }: Amount): number {
  const [file, kilobyte] = COSTS[format];
  return files * file + (bytes / KILOBYTE) * kilobyte;
}

/** The pace after files of a format took so long: `{ text: 1 }` and half the expected time give `{ text: 0.75 }`. */
export function learnPace(pace: Pace, amount: Amount, milliseconds: number): Pace {
  const expected = costOf(amount);
  if (expected <= 0 || milliseconds <= 0) return pace;
  const measured = Math.min(100, Math.max(0.01, milliseconds / expected));
  const before = pace[amount.format];
  return { ...pace, [amount.format]: before === undefined ? measured : before * (1 - FRESH) + measured * FRESH };
}

/** A pace as it was kept; `{}` for what is none. */
export function readPace(json: string | null): Pace {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const kept = Object.entries(value).filter(([, ratio]) => typeof ratio === 'number' && ratio > 0);
    return Object.fromEntries(kept) as Pace;
  } catch {
    return {};
  }
}
