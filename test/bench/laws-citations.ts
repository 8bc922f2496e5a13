/**
 * `npm run bench:citations -- FOLDER [CATALOGUE]`: what finding and resolving the citations of a whole corpus takes on one core,
 * and whether the program finds as many references as a plain count over the raw text does (domain.md M10). Figures only.
 * The catalogue is thrown away unless a file is named, which draw-citations.ts can then draw from.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { openCatalogue } from '../../indexer/catalogue/store.ts';
import { findCitations } from '../../indexer/citations/citations.ts';
import { findMentions } from '../../indexer/citations/find.ts';
import { findReferences } from '../../indexer/citations/references.ts';
import type { ParsedDocument } from '../../indexer/model.ts';
import { parseBytes } from '../../indexer/pipeline.ts';

const [folder = '.', kept] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'gongbao-citations-'));
const catalogue = openCatalogue(kept === undefined ? join(scratch, 'catalogue.sqlite') : resolve(kept));

const N = '[一二三四五六七八九十百千零〇○两\\d]+';
const PIN = `第${N}条`;
/** Written apart from the finder's own patterns: what a reader with a text editor would count. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  titles: /《(?:[^《》\n]|《[^《》\n]*》)+》/g,
  'titles with an article': new RegExp(`《(?:[^《》\\n]|《[^《》\\n]*》)+》(?:（[^（）\\n]{2,40}）)?的?${PIN}`, 'g'),
  'this text, article N': new RegExp(
    `本(?:法|条例|办法|规定|细则|规则|解释|决定|通知|意见|规范|规程|准则|章程|方案|决议)${PIN}`,
    'g',
  ),
  'relative (前款)': new RegExp(
    `本条(?!例|约|件|款)|[前上下](?:条(?!件|例|款)|款(?!项)|项(?!目))|前(?:两|${N})(?:条|款|项)|本款(?!项)|本章(?!程)|本节(?!目)`,
    'g',
  ),
};

const OWN = /^本(?:条例|章程|条约|[^条款项章节])/;
const RELATIVE = /^(?:[前上下]|本(?:条(?![例约])|款|项|章(?!程)|节))/;

interface Counted {
  /** In the file as it is, with its head and notes. */
  readonly raw: number;
  readonly plain: number;
  readonly found: number;
}

const counts = new Map<string, Counted>(Object.keys(PLAIN).map((name) => [name, { raw: 0, plain: 0, found: 0 }]));
const took = { find: 0, references: 0, resolve: 0 };

function countIn({ provisions }: ParsedDocument, taken: readonly { start: number; end: number }[]): void {
  const text = provisions.map((provision) => provision.text).join('\n');
  const mentions = provisions.flatMap((provision) => findMentions(provision.text)).filter(({ quoted }) => quoted);
  const began = performance.now();
  const references = findReferences(provisions, taken);
  took.references += performance.now() - began;
  const found: Readonly<Record<string, number>> = {
    titles: mentions.length,
    'titles with an article': mentions.filter(({ pin }) => pin?.includes('条')).length,
    'this text, article N': references.filter(({ text: words }) => OWN.test(words) && words.includes('条')).length,
    'relative (前款)': references.filter(({ text: words }) => RELATIVE.test(words)).length,
  };
  for (const [name, pattern] of Object.entries(PLAIN)) {
    const plain = [...text.matchAll(pattern)].length;
    const known = counts.get(name) ?? { raw: 0, plain: 0, found: 0 };
    counts.set(name, { ...known, plain: known.plain + plain, found: known.found + (found[name] ?? 0) });
  }
}

function countRaw(text: string): void {
  for (const [name, pattern] of Object.entries(PLAIN)) {
    const known = counts.get(name) ?? { raw: 0, plain: 0, found: 0 };
    counts.set(name, { ...known, raw: known.raw + [...text.matchAll(pattern)].length });
  }
}

async function readAll(): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of files) {
    const bytes = readFileSync(path);
    if (bytes.length === 0) continue;
    countRaw(bytes.toString());
    const parsed = await parseBytes(bytes, path);
    for (const document of parsed.documents) {
      const { title, body, number, provisions } = document;
      const began = performance.now();
      const citations = findCitations(title, body, provisions, { number, title });
      took.find += performance.now() - began;
      countIn(
        document,
        citations.flatMap(({ span }) => span ?? []),
      );
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { mediaType, encoding } = parsed;
    catalogue.file({ sha256, fileName: basename(path), path, size: bytes.length, mediaType, encoding }, parsed);
  }
}

function resolveAll(): Readonly<Record<string, number>> {
  const states: Record<string, number> = { resolved: 0, ambiguous: 0, unresolved: 0 };
  const began = performance.now();
  for (const { id } of catalogue.titles())
    for (const { resolution } of catalogue.citationsFrom(id))
      states[resolution.state] = (states[resolution.state] ?? 0) + 1;
  took.resolve = performance.now() - began;
  return states;
}

try {
  await readAll();
  const states = resolveAll();
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  console.log('references                     raw files   in texts   found   difference');
  for (const [name, { raw, plain, found }] of counts)
    console.log(
      `${name.padEnd(28)}${String(raw).padStart(12)}${String(plain).padStart(11)}${String(found).padStart(8)}${((100 * (found - plain)) / plain).toFixed(1).padStart(11)} %`,
    );
  const total = took.find + took.references + took.resolve;
  console.log(
    `\ncitations found ${seconds(took.find)} · references inside ${seconds(took.references)} · resolved ${seconds(took.resolve)} · together ${seconds(total)} (budget 30 s)`,
  );
  console.log(
    Object.entries(states)
      .map(([state, count]) => `${state} ${count}`)
      .join(' · '),
  );
} finally {
  catalogue.close();
  rmSync(scratch, { recursive: true, force: true });
}
