/**
 * Addresses of clauses as texts write them: 第三十三条第一款、第二款和第三十四条. Reads the run behind a title (`readPin`),
 * and takes it apart into single addresses (`expandPin`), later members inheriting what they leave out.
 */
import { readNumeral, writeNumeral } from './numerals.ts';

const N = '[零〇○一二三四五六七八九十百千两\\d]{1,9}';
const JOINT = '(?:、|和|及|以及|或者|或|与|至|到|-|—)';
/** 第三条, 第三、四条, 第（一）至（三）项: one address, or several that share their level. */
const level = (name: string): string => `第（?${N}）?(?:${JOINT}第?（?${N}）?)*${name}`;
const ARTICLE = `${level('条')}(?:之[一二三四五六七八九十]{1,3})?`;
const [PARAGRAPH, ITEM, SUBITEM] = [level('款'), level('项'), level('目')];
const MEMBER = `(?:${ARTICLE}(?:${PARAGRAPH})?(?:${ITEM})?(?:${SUBITEM})?|${PARAGRAPH}(?:${ITEM})?(?:${SUBITEM})?|${ITEM}(?:${SUBITEM})?)`;
/** 第二章第一节, before an article or by themselves: 刑法分则第九章第三百九十八条, 第三章、第五章; 附件2, 附表一. */
const CONTAINER = `第${N}(?:编|分编|章|节)(?!程)`;
const CONTAINERS = new RegExp(`的?(${CONTAINER}(?:${CONTAINER})*(?:${JOINT}${CONTAINER}(?:${CONTAINER})*)*)`, 'y');
const ANNEX = new RegExp(`的?(附[件表录]${N}(?:${JOINT}(?:附[件表录])?${N})*)`, 'y');
const RUN = new RegExp(
  `的?((?:${CONTAINER})*${ARTICLE}(?:${PARAGRAPH})?(?:${ITEM})?(?:${SUBITEM})?(?:${JOINT}${MEMBER})*)`,
  'y',
);
const SINGLE = `第（?(${N})）?([条款项目])(?:之([一二三四五六七八九十]{1,3}))?`;
const STEP = new RegExp(SINGLE, 'g');
const PIECE = new RegExp(`(${JOINT})?((?:${SINGLE.replace(/\((?!\?)/g, '(?:')})+)`, 'g');
const SHARED = new RegExp(`第（?${N}）?(?:${JOINT}第?（?${N}）?)+([条款项目])`, 'g');
const SHARING = new RegExp(`(${JOINT})?第?（?(${N})）?`, 'g');
const LEVELS = ['条', '款', '项', '目'] as const;
const LONGEST_RANGE = 300;

export interface Pin {
  readonly text: string;
  readonly end: number;
}

/** One step of an address: 第三十三条之一 is 条, 33, 之一. */
interface Step {
  readonly level: number;
  readonly value: number;
  readonly inserted: string;
}

/** The addresses that stand at `at`: “《行政处罚法》第三十三条第一款的规定” gives 第三十三条第一款. Null when none stands there. */
export function readPin(text: string, at: number): Pin | null {
  for (const form of [RUN, CONTAINERS, ANNEX]) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match !== null) return { text: match[1] ?? '', end: form.lastIndex };
  }
  return null;
}

/**
 * 第十条、第十一条至第十三条 gives the four articles one by one; 第33条第一款、第二项 gives 第三十三条第一款 and
 * 第三十三条第一款第（二）项. Addresses are written as the outline writes its own.
 */
export function expandPin(pin: string): string[] {
  if (WHOLE_CONTAINERS.test(pin)) return expandContainers(pin);
  const addresses: string[] = [];
  let previous: readonly Step[] = [];
  for (const match of unshare(pin).matchAll(PIECE)) {
    const steps = inherit(previous, stepsOf(match[2] ?? ''));
    if (/^[至到—-]$/.test(match[1] ?? '')) addresses.push(...between(previous, steps).map(printAddress));
    addresses.push(printAddress(steps));
    previous = steps;
  }
  return addresses;
}

const WHOLE_CONTAINERS = /^[^条款项目]*[编章节]$/;
const CONTAINER_STEP = new RegExp(`第(${N})(编|分编|章|节)`, 'g');

/** 第二章至第四章 gives the three; 第二章第一节 one; numbers written as the outline writes them. */
function expandContainers(pin: string): string[] {
  const addresses: string[] = [];
  let last: { readonly value: number; readonly level: string } | null = null;
  for (const [, joint, member] of pin.matchAll(new RegExp(`(${JOINT})?((?:${CONTAINER})+)`, 'g'))) {
    const steps = [...(member ?? '').matchAll(CONTAINER_STEP)].map(([, value, level]) => ({
      value: readNumeral(value ?? '') ?? 0,
      level: level ?? '章',
    }));
    const [only] = steps;
    if (/^[至到—-]$/.test(joint ?? '') && last !== null && steps.length === 1 && only?.level === last.level)
      for (let at = last.value + 1; at < Math.min(only.value, last.value + LONGEST_RANGE); at++)
        addresses.push(`第${writeNumeral(at)}${only.level}`);
    addresses.push(steps.map(({ value, level }) => `第${writeNumeral(value)}${level}`).join(''));
    last = steps.length === 1 ? (only ?? null) : null;
  }
  return addresses;
}

/** 第（一）至（三）项 is 第（一）项至第（三）项. */
function unshare(pin: string): string {
  return pin.replace(SHARED, (run: string, name: string) =>
    [...run.slice(0, -1).matchAll(SHARING)].map(([, joint, value]) => `${joint ?? ''}第${value}${name}`).join(''),
  );
}

function stepsOf(member: string): Step[] {
  return [...member.matchAll(STEP)].map(([, value, name, inserted]) => ({
    level: LEVELS.indexOf(name as (typeof LEVELS)[number]),
    value: readNumeral(value ?? '') ?? 0,
    inserted: inserted ?? '',
  }));
}

/** 第二款 behind 第三十三条第一款 is 第三十三条第二款. */
function inherit(previous: readonly Step[], steps: readonly Step[]): Step[] {
  const top = steps[0]?.level ?? 0;
  return [...previous.filter(({ level: above }) => above < top), ...steps];
}

/** What lies between two addresses that differ in their last number only; nothing when they differ otherwise. */
function between(from: readonly Step[], to: readonly Step[]): Step[][] {
  const [first, last] = [from.at(-1), to.at(-1)];
  if (first === undefined || last === undefined || from.length !== to.length || first.level !== last.level) return [];
  const count = Math.min(last.value - first.value - 1, LONGEST_RANGE);
  return Array.from({ length: Math.max(0, count) }, (_, at) => [
    ...to.slice(0, -1),
    { ...last, value: first.value + 1 + at, inserted: '' },
  ]);
}

const printAddress = (steps: readonly Step[]): string => steps.map(printStep).join('');

function printStep({ level: at, value, inserted }: Step): string {
  const name = LEVELS[at] ?? '条';
  if (name === '目') return `第${value}目`;
  const number = writeNumeral(value);
  if (name === '项') return `第（${number}）项`;
  return `第${number}${name}${inserted === '' ? '' : `之${inserted}`}`;
}
