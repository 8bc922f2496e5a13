/** Which encoding a file of text is in, and its text. Order of evidence: byte-order mark, strict UTF-8, UTF-16 by its zero bytes, then statistics. */
import chardet from 'chardet';
import { AppError } from '../errors.ts';

export interface DecodedText {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
}

const SAMPLE_BYTES = 64 * 1024;

/** Throws file_binary, file_undecodable, or bad_request for an unknown `wanted` label. */
export function decodeText(bytes: Uint8Array, wanted?: string): DecodedText {
  if (wanted !== undefined) return decodeAs(bytes, wanted);
  const marked = encodingOfMark(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const wide = encodingOfWideText(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  if (looksBinary(bytes)) throw new AppError('file_binary');
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  return decodeByStatistics(bytes);
}

function encodingOfMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: line ends and digits have a zero byte on one side only, and the text decodes without a fault. */
function encodingOfWideText(bytes: Uint8Array): string | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const guess = odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : null;
  if (guess === null) return null;
  const text = tryDecode(sample, guess);
  return text !== null && isMostlyText(text) ? guess : null;
}

/** A zero byte, or many control characters, never stand in text of one byte a character. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1;
  }
  return control > sample.length / 50;
}

function decodeByStatistics(bytes: Uint8Array): DecodedText {
  const guess = (chardet.detect(bytes.subarray(0, SAMPLE_BYTES)) ?? '').toLowerCase();
  const order = guess.includes('big5') ? ['big5', 'gb18030'] : ['gb18030', 'big5'];
  const candidates = order.flatMap((encoding) => {
    const text = tryDecode(bytes, encoding);
    return text === null ? [] : [{ text, encoding, oddness: oddness(text) }];
  });
  const best = candidates.sort((a, b) => a.oddness - b.oddness)[0];
  if (best === undefined || !isMostlyText(best.text.slice(0, SAMPLE_BYTES))) throw new AppError('file_undecodable');
  return { text: best.text, encoding: best.encoding };
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch (cause) {
    throw new AppError('bad_request', { reason: `encoding ${label}` }, { cause });
  }
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null; // not this encoding: that is the answer sought
  }
}

/** Share of characters that Chinese text of today hardly has: wrong guesses between GB and Big5 are full of them. */
function oddness(text: string): number {
  const sample = text.slice(0, SAMPLE_BYTES);
  const common =
    sample.match(/[的一是在有和国人不为以会中年法了市上个政发工作第条部门行管理定规关二三他這與爲區]/g)?.length ?? 0;
  const odd = sample.match(/[\ue000-\uf8ff\ufffd\u3100-\u312f]/g)?.length ?? 0;
  return (odd * 4 - common) / Math.max(1, sample.length);
}

function isMostlyText(text: string): boolean {
  // The tags of a page are signs as well.
  const readable = text.match(/[\p{L}\p{N}\p{P}\p{Z}\s\u0020-\u007e]/gu)?.length ?? 0;
  return readable >= [...text].length * 0.9;
}
