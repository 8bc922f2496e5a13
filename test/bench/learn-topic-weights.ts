/**
 * Learns what each word of topics/subjects.ts is worth in a text, and writes topics/weights.ts.
 * usage: tsx test/bench/learn-topic-weights.ts FOLDER   (laws, regulations and documents as .md or .txt)
 *
 * The titles are the teacher: a text whose title speaks clearly for one subject counts as being about it. The worth of a word is
 * then how far its presence in a text points to its own subject, subjects weighted alike however many texts each has:
 * P(subject | word) = share of the subject’s texts with the word ÷ sum of these shares over all subjects. Words met in fewer than
 * LEAST_TEXTS texts keep the default of classify.ts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SUBJECTS } from '../../indexer/model.ts';
import { classify, findTerms } from '../../indexer/topics/classify.ts';
import { parsePlain } from '../support/parse-plain.ts';

const LEAST_TEXTS = 8;
/** The best subject of a title must have this share of all its points. */
const CLEAR = 0.7;
const TARGET = resolve(import.meta.dirname, '../../indexer/topics/weights.ts');

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Expected a folder of texts.\n');
  process.exit(2);
}

const texts = SUBJECTS.map(() => 0);
const seen = new Map<string, { subject: number; counts: number[] }>();
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:md|txt)$/.test(file)) continue;
  for (const { title, issuers, body } of parsePlain(readFileSync(join(folder, file)), file).documents) {
    const best = classify(title, issuers, '')[0];
    if (best === undefined || best.score < CLEAR) continue;
    const label = SUBJECTS.indexOf(best.subject as (typeof SUBJECTS)[number]);
    texts[label] = (texts[label] ?? 0) + 1;
    for (const { word, subject } of findTerms(body)) {
      const entry = seen.get(word) ?? { subject, counts: SUBJECTS.map(() => 0) };
      entry.counts[label] = (entry.counts[label] ?? 0) + 1;
      seen.set(word, entry);
    }
  }
}

const weights = [...seen]
  .filter(([, { counts }]) => counts.reduce((sum, count) => sum + count, 0) >= LEAST_TEXTS)
  .map(([word, { subject, counts }]) => {
    const shares = counts.map((count, label) => ((texts[label] ?? 0) < LEAST_TEXTS ? 0 : count / (texts[label] ?? 1)));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return [word, total === 0 ? 0.3 : (shares[subject] ?? 0) / total] as const;
  })
  .sort(([a], [b]) => (a < b ? -1 : 1));
const rows = weights.map(([word, weight]) => `  ${word}: ${Math.max(0.02, weight).toFixed(2).replace(/0$/, '')},`);
writeFileSync(
  TARGET,
  `/** What each word of subjects.ts is worth in a text, learned by test/bench/learn-topic-weights.ts, which says how. */
export const BODY_WEIGHTS: Readonly<Record<string, number>> = {
${rows.join('\n')}
};
`,
);
process.stdout.write(`${SUBJECTS.map((subject, at) => `${subject} ${texts[at]}`).join('\n')}\n${rows.length} words\n`);
