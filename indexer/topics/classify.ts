/**
 * Suggests subject categories of the State Council for a document, best first, from title, issuers and text. The title says
 * most: it names the matter, while a text names everybody who has a part in it. A suggestion, for a librarian to overrule.
 */
import { SUBJECTS, type TopicSuggestion } from '../model.ts';
import { CATEGORIES, NEUTRAL } from './subjects.ts';
import { TermIndex } from './term-index.ts';
import { BODY_WEIGHTS } from './weights.ts';

interface Term {
  readonly subject: number;
  readonly category: string;
  readonly word: string;
  readonly decides: boolean;
  readonly bodyWeight: number;
}

const LONGEST_BODY = 20_000;
const MOST_SUGGESTIONS = 4;
/** A title word of two characters says less than 社会信用体系; each further character adds. */
const TITLE_WEIGHT = 10;
const ISSUER_WEIGHT = 6;
const BODY_WEIGHT = 14;
/** A text with hardly a word of the table says nothing. */
const LEAST_BODY = 0.5;
/** A subject is suggested beside the best when it has at least this share of its score. */
const LEAST_SHARE = 0.25;
/** Bodies that deal with everything say nothing of the matter. */
const GENERAL_ISSUERS = /人民政府|国务院(?!.{2,})|办公[厅室]|委员会办公|党委|市委|省委|人大/;
/** 关于印发…的通知 and the like are no matter. */
const TITLE_FRAME = /^.*?关于(?:印发|公布|发布|贯彻|落实|转发|批转|加强|进一步|做好|实施|推进|同意)?/;

const TERMS = buildTerms();
const INDEX = new TermIndex<Term | 'neutral'>([
  ...NEUTRAL.split(' ').map((word) => [word, 'neutral'] as const),
  ...TERMS.map((term) => [term.word, term] as const),
]);

/**
 * “…关于促进建筑业高质量发展的实施意见” gives 城乡建设、环境保护 first, with 城乡建设（含住房） as its second level.
 * Never empty: 其他 when nothing speaks for a subject.
 */
export function classify(title: string, issuers: readonly string[], body: string): TopicSuggestion[] {
  const scores = new Scores();
  addTitle(scores, title, issuers);
  for (const issuer of issuers) if (!GENERAL_ISSUERS.test(issuer)) addIssuer(scores, issuer);
  addBody(scores, body.slice(0, LONGEST_BODY));
  const total = scores.subjects.reduce((sum, score) => sum + score, 0);
  const ranked = SUBJECTS.map((subject, at) => ({ subject, at, points: scores.subjects[at] ?? 0 }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  const best = ranked[0]?.points ?? 0;
  if (best === 0) return [{ subject: '其他', second: null, score: 0 }];
  return ranked
    .filter(({ points }) => points >= best * LEAST_SHARE)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ subject, at, points }) => ({
      subject,
      second: scores.secondOf(at),
      score: Math.round((points / total) * 1000) / 1000,
    }));
}

/** Points of the 22 subjects, and of the second-level categories under them. */
class Scores {
  readonly subjects = new Float64Array(SUBJECTS.length);
  readonly #categories = SUBJECTS.map(() => new Map<string, number>());

  add({ subject, category }: Term, points: number): void {
    this.subjects[subject] = (this.subjects[subject] ?? 0) + points;
    const categories = this.#categories[subject];
    categories?.set(category, (categories.get(category) ?? 0) + points);
  }

  /** The category with most points; null for a subject without any. */
  secondOf(subject: number): string | null {
    return [...(this.#categories[subject] ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }
}

/** The words of the table that a text holds, each once. For learning what they are worth. */
export function findTerms(text: string): { word: string; subject: number }[] {
  const found = new Map<string, { word: string; subject: number }>();
  scanTerms(text, ({ word, subject }) => found.set(word, { word, subject }));
  return [...found.values()];
}

function addTitle(scores: Scores, title: string, issuers: readonly string[]): void {
  const matter = withoutIssuers(title, issuers).replace(TITLE_FRAME, '');
  const seen = new Set<string>();
  scanTerms(matter, (term) => {
    if (seen.has(term.word)) return;
    seen.add(term.word);
    scores.add(term, TITLE_WEIGHT * (term.decides ? 1 : 0.5) * (1 + 0.25 * (term.word.length - 2)));
  });
}

function addIssuer(scores: Scores, issuer: string): void {
  scanTerms(issuer, (term) => scores.add(term, ISSUER_WEIGHT * (term.decides ? 1 : 0.5)));
}

function scanTerms(text: string, found: (term: Term) => void): void {
  INDEX.scan(text, (term) => {
    if (term !== 'neutral') found(term);
  });
}

/** The share of each subject in the weighted words of the text; many mentions of one word count by their square root. */
function addBody(scores: Scores, body: string): void {
  const counts = new Map<Term, number>();
  scanTerms(body, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
  let sum = 0;
  for (const [term, count] of counts) sum += term.bodyWeight * Math.sqrt(count);
  if (sum < LEAST_BODY) return;
  for (const [term, count] of counts) scores.add(term, (BODY_WEIGHT * term.bodyWeight * Math.sqrt(count)) / sum);
}

function withoutIssuers(title: string, issuers: readonly string[]): string {
  let rest = title;
  for (const issuer of issuers) if (rest.startsWith(issuer)) rest = rest.slice(issuer.length);
  return rest;
}

function buildTerms(): Term[] {
  return CATEGORIES.flatMap(({ subject, name, terms }) =>
    terms.split(/\s+/).map((entry) => {
      const word = entry.replace(/!$/, '');
      const decides = entry.endsWith('!');
      const bodyWeight = BODY_WEIGHTS[word] ?? (decides ? 0.6 : 0.3);
      return { subject: SUBJECTS.indexOf(subject), category: name, word, decides, bodyWeight };
    }),
  );
}
