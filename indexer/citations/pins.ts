/**
 * Addresses of clauses as texts write them: 第三十三条第一款、第二款和第三十四条. Reads the run behind a title (`readPin`),
 * and takes it apart into single addresses (`expandPin`), later members inheriting what they leave out.
 */
import { readNumeral, writeNumeral } from '../text/numerals.ts';

const N = '[零〇○一二三四五六七八九十百千两\\d]{1,9}';
const ARTICLE = `第${N}条(?:之[一二三四五六七八九十]{1,3})?`;
const PARAGRAPH = `第${N}款`;
const ITEM = `第（?${N}）?项`;
const SUBITEM = `第（?${N}）?目`;
const MEMBER = `(?:${ARTICLE}(?:${PARAGRAPH})?(?:${ITEM})?(?:${SUBITEM})?|${PARAGRAPH}(?:${ITEM})?|${ITEM})`;
const JOINT = '(?:、|和|及|以及|或者|或|至|-|—)';
const RUN = new RegExp(`的?(${ARTICLE}(?:${PARAGRAPH})?(?:${ITEM})?(?:${SUBITEM})?(?:${JOINT}${MEMBER})*)`, 'y');
const PIECE = new RegExp(`(${JOINT})?(${MEMBER})`, 'g');
const LEVELS = ['条', '款', '项', '目'] as const;
const LONGEST_RANGE = 300;

export interface Pin {
  readonly text: string;
  readonly end: number;
}

/** The addresses that stand at `at`: “《行政处罚法》第三十三条第一款的规定” gives 第三十三条第一款. Null when none stands there. */
export function readPin(text: string, at: number): Pin | null {
  RUN.lastIndex = at;
  const match = RUN.exec(text);
  return match === null ? null : { text: match[1] ?? '', end: RUN.lastIndex };
}

/** 第十条、第十一条至第十三条 gives the four articles one by one; 第三十三条第一款、第二款 gives both with their article. */
export function expandPin(pin: string): string[] {
  const addresses: string[] = [];
  let previous: string[] = [];
  for (const match of pin.matchAll(PIECE)) {
    const parts = inherit(previous, split(match[2] ?? ''));
    if (/^[至—-]$/.test(match[1] ?? '')) addresses.push(...between(previous, parts));
    addresses.push(parts.join(''));
    previous = parts;
  }
  return addresses;
}

function split(member: string): string[] {
  return member.match(new RegExp(`${ARTICLE}|${PARAGRAPH}|${ITEM}|${SUBITEM}`, 'g')) ?? [];
}

const levelOf = (part: string): number => LEVELS.findIndex((level) => new RegExp(`${level}(?:之.+)?$`).test(part));

/** 第二款 behind 第三十三条第一款 is 第三十三条第二款. */
function inherit(previous: readonly string[], parts: readonly string[]): string[] {
  const top = levelOf(parts[0] ?? '');
  return [...previous.filter((part) => levelOf(part) < top), ...parts];
}

/** What lies between two addresses that differ in their last number only; nothing when they differ otherwise. */
function between(from: readonly string[], to: readonly string[]): string[] {
  const [first, last] = [numberOf(from.at(-1)), numberOf(to.at(-1))];
  if (first === null || last === null || from.length !== to.length || last - first > LONGEST_RANGE) return [];
  const head = to.slice(0, -1).join('');
  const level = LEVELS[levelOf(to.at(-1) ?? '')] ?? '条';
  const inner: string[] = [];
  for (let n = first + 1; n < last; n++) inner.push(`${head}第${writeNumeral(n)}${level}`);
  return inner;
}

function numberOf(part: string | undefined): number | null {
  const numeral = /^第（?([^）条款项目]+)）?[条款项目]$/.exec(part ?? '')?.[1];
  return numeral === undefined ? null : readNumeral(numeral);
}
