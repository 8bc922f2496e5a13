/** Tells why a hit stands where it stands: every rule that weighed for it, how much, and the words that it rests on. */
import type { Explanation, Hit } from '../contract.ts';
import type { Asked } from './asked.ts';
import { Marker } from './highlight.ts';
import type { LeafMatch } from './match.ts';
import { weightOf } from './order.ts';
import { TITLED } from './plan.ts';
import { DATED, FACT_WEIGHT, lengthFactor, NAMED, NAMED_CLAUSE, rarity, TITLE_WEIGHT } from './score.ts';
import type { Snapshot } from './snapshot.ts';

type Spans = Explanation['spans'];

export interface Explained {
  readonly place: number;
  /** The clauses behind the passages that are shown. */
  readonly clauses: readonly number[];
  readonly hit: Pick<Hit, 'title' | 'passages'>;
}

/** Heaviest first; factors last. */
export function explain(snapshot: Snapshot, asked: Asked, explained: Explained): Explanation[] {
  const { plan } = asked;
  const { place } = explained;
  const points = [
    ...titleRules(plan.titled.has(place), plan.nearlyTitled.get(place) ?? null, explained),
    ...plan.evaluation.positive.flatMap((match) => wordRules(snapshot, match, explained)),
    ...enginePoints(plan.enginePoints.get(place)),
  ];
  points.sort((a, b) => b.weight - a.weight);
  const weight = weightOf(snapshot, asked)(place);
  if (weight === 1) return points;
  const text = '已废止或已过期，排在同类之后';
  return [...points, { rule: 'validity', weight, kind: 'factor', text, spans: [] }];
}

function titleRules(exact: boolean, near: number | null, { hit }: Explained): Explanation[] {
  if (!exact && near === null) return [];
  const spans = [{ passage: null, start: 0, end: hit.title.length }];
  return [
    exact
      ? { rule: 'title-exact', weight: TITLED, kind: 'points', text: '标题与输入全等', spans }
      : { rule: 'title-near', weight: Math.round(near ?? 0), kind: 'points', text: '标题与输入相近', spans },
  ];
}

function wordRules(snapshot: Snapshot, match: LeafMatch, explained: Explained): Explanation[] {
  const { leaf, whole, named, titles, frequency } = match;
  const { place, clauses, hit } = explained;
  const typed = match.phrases[0] ?? ('value' in leaf ? leaf.value : '');
  const rules: Explanation[] = [];
  const add = (rule: string, weight: number, text: string, spans: Spans): void => {
    rules.push({ rule, weight: Math.round(weight * 100) / 100, kind: 'points', text, spans });
  };
  const marker = match.phrases.length === 0 ? null : new Marker(match.phrases);
  const inTitle = spansOf(marker, hit.title, null);
  const inPassages = hit.passages.flatMap(({ text }, i) => spansOf(marker, text, i));
  if (whole?.[place] === 1 && leaf.kind !== 'filter')
    add(leaf.kind, leaf.kind === 'date' ? DATED : NAMED, `${NAMES[leaf.kind] ?? leaf.kind}：${typed}`, inTitle);
  if (whole?.[place] === 1 && leaf.kind === 'filter') add('field', 0, `符合限定：${typed}`, []);
  if (clauses.some((clause) => named.includes(clause))) add('article', NAMED_CLAUSE, `所指条款：${typed}`, inPassages);
  const rare = rarity(snapshot, frequency);
  if (titles.includes(snapshot.headKey[place] ?? -1))
    add('title', rare * TITLE_WEIGHT, `标题含“${typed}”，全库 ${frequency} 条款有此词`, inTitle);
  else if (match.clauses.includes(snapshot.headKey[place] ?? -1))
    add('fact', rare * FACT_WEIGHT, `发文机关、主送机关等含“${typed}”`, []);
  const best = clauses.find((clause) => match.clauses.includes(clause));
  if (best !== undefined)
    add(
      leaf.kind === 'text' && leaf.form === 'phrase' ? 'phrase' : 'words',
      rare * lengthFactor(snapshot, best),
      `条款含“${typed}”，全库 ${frequency} 条款有此词`,
      inPassages,
    );
  return rules;
}

const NAMES: Readonly<Record<string, string>> = { number: '发文字号', issue: '公报期', date: '日期' };

function spansOf(marker: Marker | null, text: string, passage: number | null): Spans {
  return (marker?.mark(text) ?? []).map(([start, end]) => ({ passage, start, end }));
}

function enginePoints(points: number | undefined): Explanation[] {
  if (points === undefined) return [];
  return [
    { rule: 'engine', weight: Math.round(points * 100) / 100, kind: 'points', text: '检索引擎的词语相关度', spans: [] },
  ];
}
