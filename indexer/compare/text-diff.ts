/**
 * What was deleted from and written into one text, by words and numbers. Taking out the new parts gives the left text,
 * taking out the gone ones the right text, character for character.
 */
import { diffArrays } from 'diff';
import { foldText } from '../text/fold.ts';
import { slideChanges } from './slide.ts';
import { type CutWords, tokensOf } from './tokens.ts';

export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
  /** Of a `same` part, how the left text prints it where that differs in width or form only. */
  readonly left?: string;
}

/** Beyond so many insertions and deletions two texts have nothing to do with each other, and finding the fewest takes for ever. */
const MOST_EDITS = 2500;
const SENTENCE = /[^。；\n]*[。；\n]?/g;
/** A lone 的 or ， between two rewritten stretches says nothing; it is drawn as rewritten too. */
const LONGEST_ISLAND = 2;
const REWRITTEN = 6;

export function diffTexts(left: string, right: string, cut: CutWords): DiffPart[] {
  if (left === right) return left === '' ? [] : [{ kind: 'same', text: right }];
  const [a, b] = [tokensOf(left, cut), tokensOf(right, cut)];
  const parts = diffTokens(a, b) ?? diffTokens(sentences(left), sentences(right)) ?? replaced(left, right);
  return joinParts(slideChanges(joinParts(drownIslands(parts))));
}

const sentences = (text: string): string[] => (text.match(SENTENCE) ?? []).filter((sentence) => sentence !== '');

const replaced = (left: string, right: string): DiffPart[] => [
  { kind: 'gone', text: left },
  { kind: 'new', text: right },
];

/** Null when they differ too much to be compared in good time. */
function diffTokens(left: readonly string[], right: readonly string[]): DiffPart[] | null {
  const [a, b] = [left.map(foldText), right.map(foldText)];
  const changes = diffArrays(a, b, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return null;
  const parts: DiffPart[] = [];
  let [atLeft, atRight] = [0, 0];
  for (const { count, added, removed } of changes) {
    const ofLeft = added ? '' : left.slice(atLeft, atLeft + count).join('');
    const ofRight = removed ? '' : right.slice(atRight, atRight + count).join('');
    atLeft += added ? 0 : count;
    atRight += removed ? 0 : count;
    if (added) parts.push({ kind: 'new', text: ofRight });
    else if (removed) parts.push({ kind: 'gone', text: ofLeft });
    else parts.push(same(ofLeft, ofRight));
  }
  return parts;
}

const same = (left: string, right: string): DiffPart =>
  left === right ? { kind: 'same', text: right } : { kind: 'same', text: right, left };

function drownIslands(parts: readonly DiffPart[]): DiffPart[] {
  return parts.flatMap((part, at) => {
    if (part.kind !== 'same' || part.text.length > LONGEST_ISLAND || /[\p{N}\n]/u.test(part.text)) return [part];
    const before = changedAround(parts, at, -1);
    const behind = changedAround(parts, at, 1);
    const rewritten = Math.min(before.gone, before.new) + Math.min(behind.gone, behind.new);
    const both = before.gone > 0 && before.new > 0 && behind.gone > 0 && behind.new > 0;
    if (!both || rewritten < REWRITTEN) return [part];
    return [
      { kind: 'gone', text: part.left ?? part.text },
      { kind: 'new', text: part.text },
    ];
  });
}

function changedAround(parts: readonly DiffPart[], at: number, step: 1 | -1): { gone: number; new: number } {
  const found = { gone: 0, new: 0 };
  for (let next = at + step; ; next += step) {
    const part = parts[next];
    if (part === undefined || part.kind === 'same') return found;
    found[part.kind] += part.text.length;
  }
}

/** Between two unchanged stretches first all that is gone, then all that is new, each in one piece. */
function joinParts(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let [gone, fresh] = ['', ''];
  const flush = (): void => {
    joined.push(...replacement(gone, fresh));
    [gone, fresh] = ['', ''];
  };
  for (const part of parts) {
    if (part.kind === 'gone') gone += part.text;
    else if (part.kind === 'new') fresh += part.text;
    else {
      flush();
      joined.push(part);
    }
  }
  flush();
  return joined;
}

/** Words are marked whole, but where a rare character (𫖯) makes the cut uncertain only the characters that differ are. */
function replacement(gone: string, fresh: string): DiffPart[] {
  const rare = /[\ud800-\udfff]/.test(gone + fresh);
  const [a, b] = [Array.from(gone), Array.from(fresh)];
  const most = rare ? Math.min(a.length, b.length) : 0;
  let front = 0;
  while (front < most && a[front] === b[front]) front += 1;
  let back = 0;
  while (back < most - front && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const inner = (list: readonly string[]): string => list.slice(front, list.length - back).join('');
  const parts: DiffPart[] = [
    { kind: 'same', text: a.slice(0, front).join('') },
    { kind: 'gone', text: inner(a) },
    { kind: 'new', text: inner(b) },
    { kind: 'same', text: a.slice(a.length - back).join('') },
  ];
  return parts.filter(({ text }) => text !== '');
}

export const leftText = (parts: readonly DiffPart[]): string =>
  parts.map(({ kind, text, left }) => (kind === 'new' ? '' : (left ?? text))).join('');
export const rightText = (parts: readonly DiffPart[]): string =>
  parts.map(({ kind, text }) => (kind === 'gone' ? '' : text)).join('');
