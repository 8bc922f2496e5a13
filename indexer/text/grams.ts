/**
 * Cuts folded text into grams such that a run of text occurs exactly where its grams follow each other: overlapping pairs of
 * Han characters and the last one alone, whole digit runs, whole Latin words, every sign, and a mark for the end of a
 * paragraph. The clause index stores them; a phrase is looked up by them.
 */

/** Stands between two paragraphs, so that no phrase runs over their border. */
const PARAGRAPH = '¶'.charCodeAt(0);

const OTHER = 0;
const BLANK = 1;
const BREAK = 2;
const DIGIT = 3;
const LATIN = 4;
const HAN = 5;

const KINDS = buildKinds();

function buildKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) kinds[code] = kindOf(String.fromCharCode(code), code);
  return kinds;
}

function kindOf(c: string, code: number): number {
  if (c === '\n') return BREAK;
  if (code <= 0x20 || /\s/.test(c)) return BLANK;
  if (code >= 0xd800 && code <= 0xdfff) return HAN;
  if (/[0-9]/.test(c)) return DIGIT;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}〇々]/u.test(c)) return HAN;
  return /[\p{L}\p{M}]/u.test(c) ? LATIN : OTHER;
}

/** Signs that are drawn long by repeating them; however long, they are one gram. */
const DRAWN_OUT = new Set([...'—…～·'].map((sign) => sign.charCodeAt(0)));

/** The stream that is indexed: `增设电梯37号` gives `增设 设电 电梯 梯 37 号`. */
export function gramsOf(folded: string): string {
  const stream = new Uint16Array(folded.length * 4 + 4);
  let length = 0;
  for (let at = 0; at < folded.length; ) {
    const end = endOfRun(folded, at);
    const code = folded.charCodeAt(at);
    const kind = KINDS[code];
    if (kind === HAN) {
      length = writePairs(folded, at, end, stream, length);
    } else if (kind !== BLANK) {
      const until = kind === OTHER ? at + 1 : end;
      for (let i = at; i < until; i += 1) stream[length++] = kind === BREAK ? PARAGRAPH : folded.charCodeAt(i);
      stream[length++] = 0x20;
    }
    at = end;
  }
  return DECODER.decode(stream.subarray(0, length));
}

const DECODER = new TextDecoder('utf-16le');

/** 增设电 as 增设 设电 电, written behind what is already there; returns the new length. */
function writePairs(folded: string, start: number, end: number, stream: Uint16Array, length: number): number {
  let written = length;
  for (let at = start; at < end; ) {
    const next = at + widthAt(folded, at);
    const until = next < end ? next + widthAt(folded, next) : next;
    for (let i = at; i < until; i += 1) stream[written++] = folded.charCodeAt(i);
    stream[written++] = 0x20;
    at = next;
  }
  return written;
}

/** Code units of the character. */
function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1;
}

export interface PhraseGrams {
  /** The grams to find one behind the other. */
  readonly grams: string;
  /** The last gram is one Han character that may begin a pair. */
  readonly prefix: boolean;
}

/** The grams that prove a phrase: `双随机、一公开` gives `双随 随机 机 、 一公 公开`. Null when it holds nothing but blanks. */
export function phraseGrams(folded: string): PhraseGrams | null {
  const text = folded.trim();
  if (text === '') return null;
  const stream = gramsOf(text).trimEnd();
  const last = text.charCodeAt(text.length - 1);
  if (KINDS[last] !== HAN) return { grams: stream, prefix: false };
  const cut = stream.lastIndexOf(' ');
  const before = text.length - ([...text.slice(-2)].length === 1 ? 2 : 1);
  const alone = before === 0 || KINDS[text.charCodeAt(before - 1)] !== HAN;
  return alone ? { grams: stream, prefix: true } : { grams: stream.slice(0, cut), prefix: false };
}

/** Whether a text consists of nothing that can be looked up but signs: `——`. */
export function onlySigns(folded: string): boolean {
  for (let at = 0; at < folded.length; at += 1) if ((KINDS[folded.charCodeAt(at)] ?? OTHER) >= DIGIT) return false;
  return true;
}

/** True where a run of digits or Latin letters would be cut in two between `at - 1` and `at`. */
export function cutsRun(folded: string, at: number): boolean {
  if (at <= 0 || at >= folded.length) return false;
  const kind = KINDS[folded.charCodeAt(at)];
  return (kind === DIGIT || kind === LATIN) && kind === KINDS[folded.charCodeAt(at - 1)];
}

/** The end of the run of one kind that begins here; signs stand alone unless drawn out. */
function endOfRun(folded: string, at: number): number {
  const code = folded.charCodeAt(at);
  const kind = KINDS[code];
  let end = at + 1;
  if (kind === BREAK || (kind === OTHER && !DRAWN_OUT.has(code))) return end;
  while (
    end < folded.length &&
    (kind === OTHER ? folded.charCodeAt(end) === code : KINDS[folded.charCodeAt(end)] === kind)
  )
    end += 1;
  return end;
}
