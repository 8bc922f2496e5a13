/**
 * Mines terms of official language from texts and writes segment/mined-words.ts.
 * usage: tsx test/bench/mine-words.ts FOLDER   (laws, regulations and documents as .md or .txt)
 *
 * A term is two or three neighbouring words of the general dictionary that (1) stand side by side in at least LEAST_TEXTS texts,
 * (2) hold together: they meet far more often than their own frequencies would make them by chance, (3) are free on both sides:
 * many different words come before and behind, so that the run is no piece of a longer set phrase, and (4) hold no word of
 * grammar. The most frequent MOST_WORDS are kept.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OWN_WORDS } from '../../indexer/segment/dictionary.ts';
import { segmentExact } from '../../indexer/segment/segment.ts';
import { STOP_WORDS } from '../../indexer/segment/stop-words.ts';

const LEAST_TEXTS = 15;
const MOST_WORDS = 2000;
const LEAST_COHESION = 5;
const LEAST_FREEDOM = 2.2;
const LENGTH = { least: 4, most: 8 };
const TARGET = resolve(import.meta.dirname, '../../indexer/segment/mined-words.ts');
/** Words that begin or end no term, though they are none of grammar. */
const LOOSE =
  /^(?:为了|之日起|.*[之予]|不.+|应予|认为|从事|作出|享有|出现|具备|低于|高于|与其|保持|办理|加大|加强|增强|提高|提升|出具|减少|切实|倡导|充分|先行|共同|优先|优化|促进|一并|再|具备|停止|创造|做好|利用|防治|取得|申请|提出|接受|参加|建立|健全|完善|推进|推动|开展|鼓励|支持|引导|维护|确定|确保|进一步|及时|依法|严格|积极|擅自|分别|同时|共建|.+日内|.+小时|当地|下列|以及|由于|对于|造成|导致|发生|需要|满足|报告|公布|公告|宣布|作为|成为|人民法院|当事人|利害关系人|被告|原告|设立|分级|分类|向|起|内|本|该|其|各|每|有关|相关|依照|按照|根据|符合|违反|属于|经过|进行|给予|处以|实行|实施|采取|予以|负责|组织|使用|具有|提供|制定|规定|以上|以下|以内|以外|其他|必要|情况|情形|可能|单位|个人|部门|机关|主管|所在地|应当|不得|可以|处|人|者|罪|日|年|月|元|名|条|款|项|第.*)$/u;

interface Run {
  texts: number;
  count: number;
  lastText: number;
  readonly words: readonly string[];
  readonly before: Map<string, number>;
  readonly behind: Map<string, number>;
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Expected a folder of texts.\n');
  process.exit(2);
}

const runs = new Map<string, Run>();
const counts = new Map<string, number>();
let total = 0;
let text = 0;
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:md|txt)$/.test(file)) continue;
  text += 1;
  for (const sentence of readFileSync(join(folder, file), 'utf8').split(/[^\p{Script=Han}]+/u))
    readSentence(segmentExact(sentence));
}

function readSentence(words: readonly string[]): void {
  words.forEach((word, at) => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total += 1;
    for (const size of [2, 3]) {
      const parts = words.slice(at, at + size);
      const joined = parts.join('');
      if (parts.length < size || joined.length < LENGTH.least || joined.length > LENGTH.most || !mayBeTerm(parts))
        continue;
      const run = runs.get(joined) ?? {
        texts: 0,
        count: 0,
        lastText: 0,
        words: parts,
        before: new Map(),
        behind: new Map(),
      };
      run.count += 1;
      if (run.lastText !== text) run.texts += 1;
      run.lastText = text;
      add(run.before, words[at - 1] ?? '');
      add(run.behind, words[at + size] ?? '');
      runs.set(joined, run);
    }
  });
}

function mayBeTerm(words: readonly string[]): boolean {
  return words.every((word) => !STOP_WORDS.has(word) && !LOOSE.test(word) && word.length > 1);
}

function add(neighbours: Map<string, number>, word: string): void {
  neighbours.set(word, (neighbours.get(word) ?? 0) + 1);
}

/** How much oftener the words meet than by chance, as a power of e; of three the weaker joint counts. */
function cohesion({ words, count }: Run): number {
  const joints = words.slice(1).map((_, i) => {
    const [left, right] = [words.slice(0, i + 1).join(''), words.slice(i + 1).join('')];
    const often = (part: string): number => counts.get(part) ?? runs.get(part)?.count ?? 1;
    return Math.log((count * total) / (often(left) * often(right)));
  });
  return Math.min(...joints);
}

/** Entropy of the neighbours on the more bound side; the end of a sentence is many neighbours. */
function freedom({ before, behind, count }: Run): number {
  const entropy = (neighbours: ReadonlyMap<string, number>): number =>
    [...neighbours].reduce((sum, [word, often]) => {
      const share = often / count;
      return sum - share * Math.log(word === '' ? 1 / often : share);
    }, 0);
  return Math.min(entropy(before), entropy(behind));
}

const own = new Set(OWN_WORDS);
const words = [...runs]
  .filter(([word, run]) => run.texts >= LEAST_TEXTS && !own.has(word))
  .filter(([, run]) => cohesion(run) >= LEAST_COHESION && freedom(run) >= LEAST_FREEDOM)
  .sort((a, b) => b[1].texts - a[1].texts)
  .slice(0, MOST_WORDS)
  .map(([word]) => word)
  .sort();
const rows: string[] = [];
for (let at = 0; at < words.length; at += 12) rows.push(`  '${words.slice(at, at + 12).join(' ')}',`);
writeFileSync(
  TARGET,
  `/** Terms of official language, mined from laws and regulations by test/bench/mine-words.ts, which says how. */
export const MINED_WORDS: readonly string[] = [
${rows.join('\n')}
].flatMap((row) => row.split(' '));
`,
);
process.stdout.write(`${text} texts, ${runs.size} runs, ${words.length} terms\n`);
