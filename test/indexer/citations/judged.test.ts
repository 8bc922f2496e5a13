/**
 * Three hundred places of the legal corpus that may be citations, drawn at random (test/bench/draw-citations.ts) and judged by
 * reading the sentence and the clause it means: what stands there, and where it leads in a library of these laws. The whole
 * texts are filed and read, so short names, amended laws and 前款 mean what they mean in their documents.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CatalogueStore, openCatalogue } from '../../../indexer/catalogue/store.ts';
import { parseBytes } from '../../../indexer/pipeline.ts';
import sample from '../../fixtures/citations/judged.json' with { type: 'json' };

interface Judged {
  readonly file: string;
  readonly title: string;
  /** An excerpt of the provision, and where in it the words stand that were judged. */
  readonly text: string;
  readonly at: number;
  readonly cue: string;
  readonly means: 'cites' | 'refers' | 'nothing' | string;
  readonly cites?: string;
  readonly pin?: string | null;
  /** Title and date of the text meant; null where the library has no such text. */
  readonly target?: string | null;
  /** The clauses meant, as the outline of that text names them. */
  readonly clauses?: readonly string[];
}
interface Answer {
  readonly means: string;
  readonly leads: string;
}

const fixtures = join(import.meta.dirname, '../../fixtures/citations');
const folder = mkdtempSync(join(tmpdir(), 'gongbao-judged-'));
const NOTHING: Answer = { means: 'nothing', leads: '' };
let catalogue: CatalogueStore;

beforeAll(async () => {
  const packed = brotliDecompressSync(readFileSync(join(fixtures, 'laws.json.br')));
  const laws = JSON.parse(packed.toString()) as Readonly<Record<string, string>>;
  catalogue = openCatalogue(join(folder, 'catalogue.sqlite'));
  for (const [fileName, text] of Object.entries(laws)) {
    const bytes = Buffer.from(text);
    const parsed = await parseBytes(bytes, fileName);
    const { mediaType, encoding } = parsed;
    catalogue.file(
      {
        sha256: createHash('sha256').update(bytes).digest('hex'),
        fileName,
        path: fileName,
        size: bytes.length,
        mediaType,
        encoding,
      },
      parsed,
    );
  }
}, 120_000);

afterAll(() => {
  catalogue.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the program says of the words, and where it leads from them. */
function answer({ file, title, text, at, cue }: Judged): Answer {
  const documents = catalogue
    .documentsByTitle(title)
    .filter(({ id }) => catalogue.sources(id).some(({ fileName }) => fileName === file));
  const id = documents[0]?.id ?? '';
  const provision = catalogue.provisions(id).find((one) => one.text.includes(text));
  if (provision === undefined) throw new Error(`${file} has no ${text}`);
  const start = provision.text.indexOf(text) + at;
  const covers = (span: { start: number; end: number }): boolean =>
    span.start < start + cue.length && span.end >= start + cue.length;
  const path = (of: string, ordinal: number): string => catalogue.provisions(of)[ordinal]?.path ?? '';
  for (const { place, provision: where, title: cited, number, pin, resolution } of catalogue.citationsFrom(id)) {
    if (where !== provision.ordinal || place === null || !covers(place)) continue;
    const { target, provisions } = resolution;
    const clauses = target === null ? [] : provisions.map((ordinal) => path(target.id, ordinal));
    const leads = target === null ? '' : `${target.title} ${target.writtenOn} ${clauses.join(' ')}`;
    return { means: `cites ${bare(cited ?? number ?? '')} ${pin ?? ''}`, leads: leads.trim() };
  }
  const own = catalogue.references(id).find((one) => one.provision === provision.ordinal && covers(one.span));
  return own === undefined
    ? NOTHING
    : { means: 'refers', leads: own.targets.map((ordinal) => path(id, ordinal)).join(' ') };
}

const bare = (title: string): string => title.replace(/^中华人民共和国/, '');

function judgement({ means, cites = '', pin, target, clauses = [] }: Judged): Answer {
  if (means === 'cites')
    return {
      means: `cites ${bare(cites)} ${pin ?? ''}`,
      leads: target == null ? '' : `${target} ${clauses.join(' ')}`.trim(),
    };
  return means === 'refers' ? { means, leads: clauses.join(' ') } : NOTHING;
}

describe('three hundred places judged by a reader', () => {
  it('are read and followed as the reader does', () => {
    const judged = (sample as readonly Judged[]).map((one) => ({
      one,
      said: judgement(one),
      found: answer(one),
    }));
    const real = judged.filter(({ said }) => said.means !== 'nothing');
    const claimed = judged.filter(({ found }) => found.means !== 'nothing');
    const right = real.filter(({ said, found }) => said.means === found.means);
    const followed = right.filter(({ said, found }) => said.leads === found.leads);
    const share = (part: readonly unknown[], of: readonly unknown[]): number => part.length / of.length;
    const wrong = judged.filter(({ said, found }) => said.means !== found.means || said.leads !== found.leads);
    const report = wrong.map(({ one, said, found }) =>
      [
        one.title,
        one.text.slice(one.at, one.at + 30),
        `${said.means} → ${said.leads}`,
        `${found.means} → ${found.leads}`,
      ].join('\n    '),
    );
    console.log(
      `${judged.length} judged: precision ${share(right, claimed).toFixed(3)}, recall ${share(right, real).toFixed(3)}, resolution ${share(followed, right).toFixed(3)}`,
    );
    expect(judged).toHaveLength(300);
    expect(share(right, claimed), report.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(share(right, real), report.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(share(followed, right), report.join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});
