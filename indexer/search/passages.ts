/** The part of a clause that is shown: whole sentences of the paragraph with most of the words, at most 120 characters. */

import type { Database } from '../catalogue/database.ts';
import { type ProvisionPlace, provisionsBetween } from '../catalogue/search-view.ts';
import type { Passage } from '../contract.ts';
import type { Marker } from './highlight.ts';
import type { Snapshot } from './snapshot.ts';

const LONGEST = 120;
/** A sentence ends behind these, a part of one behind the others. */
const SENTENCE = /[。；！？;!?]+[”’）》」』]*/g;
const PART = /[，、：,:]/g;

/** The passage of a clause. `marker` null shows its beginning, without marks. */
export function passageOf(snapshot: Snapshot, database: Database, clause: number, marker: Marker | null): Passage {
  const place = snapshot.documentOf[clause] ?? 0;
  const facts = snapshot.facts[place];
  const body = snapshot.body(place);
  const provisions = provisionsBetween(
    database,
    facts?.key ?? 0,
    snapshot.startOf[clause] ?? 0,
    Math.max(snapshot.endOf[clause] ?? 0, (snapshot.startOf[clause] ?? 0) + 1),
  );
  const best = bestProvision(provisions, body, marker);
  const whole = best === null ? '' : body.slice(best.start, best.end);
  const text = excerpt(whole, marker?.mark(whole) ?? []);
  return {
    provisionId: `${facts?.id ?? ''}-${best?.ordinal ?? 0}`,
    label: best?.label ?? '',
    path: best?.path ?? '',
    text,
    highlights: marker?.mark(text) ?? [],
  };
}

/** The paragraph in which most different words stand; of equals the first. */
function bestProvision(
  provisions: readonly ProvisionPlace[],
  body: string,
  marker: Marker | null,
): ProvisionPlace | null {
  let best = provisions[0] ?? null;
  if (marker === null || provisions.length < 2) return best;
  let most = -1;
  for (const provision of provisions) {
    const counts = marker.counts(body.slice(provision.start, provision.end));
    const value = counts.reduce((sum, count) => sum + (count > 0 ? 1 + Math.min(count, 5) * 0.01 : 0), 0);
    if (value > most) {
      most = value;
      best = provision;
    }
  }
  return best;
}

/** Sentences round the marks: begins and ends at a sentence, or with … inside one. Never longer than 120 characters. */
export function excerpt(text: string, marks: readonly (readonly [number, number])[]): string {
  if (text.length <= LONGEST) return text;
  const sentences = cutBehind(text, SENTENCE);
  const [first, last] = richest(sentences, marks);
  const [start, end] = extend(sentences, first, last);
  if (end - start <= LONGEST - 2) return dress(text, start, end);
  return withinSentence(
    text,
    start,
    end,
    marks.filter(([from]) => from >= start && from < end),
  );
}

/** The sentence with most marks; of equals the first. */
function richest(
  sentences: readonly (readonly [number, number])[],
  marks: readonly (readonly [number, number])[],
): [number, number] {
  let best = 0;
  let most = 0;
  sentences.forEach(([start, end], i) => {
    const count = marks.filter(([from, to]) => from >= start && to <= end).length;
    if (count > most) {
      most = count;
      best = i;
    }
  });
  return [best, best];
}

/** As many sentences behind, then before, as fit. */
function extend(sentences: readonly (readonly [number, number])[], first: number, last: number): [number, number] {
  const room = LONGEST - 2;
  let [from, to] = [first, last];
  const size = (a: number, b: number): number => (sentences[b]?.[1] ?? 0) - (sentences[a]?.[0] ?? 0);
  while (to + 1 < sentences.length && size(from, to + 1) <= room) to += 1;
  while (from > 0 && size(from - 1, to) <= room) from -= 1;
  return [sentences[from]?.[0] ?? 0, sentences[to]?.[1] ?? 0];
}

/** A sentence too long to show whole: from a comma before the first mark, as far as it goes. */
function withinSentence(
  text: string,
  start: number,
  end: number,
  marks: readonly (readonly [number, number])[],
): string {
  const room = LONGEST - 2;
  const mark = marks[0] ?? [start, start];
  const parts = cutBehind(text.slice(start, end), PART).map(([from, to]) => [from + start, to + start] as const);
  const lead = parts.findLast(([from]) => from <= mark[0] && mark[1] - from <= room)?.[0] ?? mark[0];
  const from = Math.max(start, Math.min(lead, Math.max(start, end - room)));
  const begin = from <= mark[0] ? from : mark[0];
  const stop = Math.min(end, begin + room);
  const tail =
    stop === end
      ? end
      : (parts.findLast(([, to]) => to <= stop && to > Math.max(mark[1], begin + room / 2))?.[1] ?? stop);
  return dress(text, whole(text, begin), whole(text, tail));
}

/** Moves a border off the middle of a surrogate pair. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function dress(text: string, start: number, end: number): string {
  const inside = text.slice(start, end).trim();
  const before = start > 0 && !/[。；！？;!?”’）》」』]$/.test(text.slice(0, start).trimEnd());
  const after = end < text.length && !/[。；！？;!?”’）》」』]$/.test(inside);
  return `${before ? '…' : ''}${inside}${after ? '…' : ''}`;
}

function cutBehind(text: string, stop: RegExp): [number, number][] {
  const spans: [number, number][] = [];
  let start = 0;
  for (const match of text.matchAll(stop)) {
    spans.push([start, match.index + match[0].length]);
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}
