/**
 * Automatic numbers as text: Word keeps 第一条, 一、 and （一） of a numbered paragraph out of its text, and counts them
 * when it prints. Without them a law has no articles.
 */
import { elementAt, elementsOf, type XmlElement } from '../xml.ts';
import { formatNumber } from './number-formats.ts';

/** Which list a paragraph belongs to, and its level there from 0. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `第%1条`; empty for bullets, which are no text. */
  readonly text: string;
  readonly suffix: string;
  /** Counts anew after a number of that level or a higher one; 0 for never. */
  readonly restart: number | null;
  readonly plainDigits: boolean;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/** Counts through a document once, in its order. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  /** Numbers reached, by abstract list: lists of one kind count on. */
  readonly #counts = new Map<string, (number | null)[]>();
  readonly #begun = new Set<string>();

  constructor(part: XmlElement | null) {
    this.#lists = part === null ? new Map() : readLists(part);
  }

  /** The label of the next paragraph of that list with what stands between it and the text; empty for bullets. */
  next({ list: id, level: depth }: ListPlace): string {
    const list = this.#lists.get(id);
    const level = list?.levels.get(depth);
    if (list === undefined || level === undefined) return '';
    const counts = this.#countsOf(list);
    this.#beginAnew(id, list, depth, counts);
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    for (let below = depth + 1; below < LEVELS; below += 1) {
      const restart = list.levels.get(below)?.restart ?? null;
      if (restart === null || (restart !== 0 && depth < restart)) counts[below] = null;
    }
    const label = level.text.replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1;
      const other = list.levels.get(at);
      const value = counts[at] ?? other?.start ?? 1;
      return formatNumber(level.plainDigits ? 'decimal' : (other?.format ?? 'decimal'), value);
    });
    return label === '' ? '' : label + gapAfter(label, level.suffix);
  }

  #countsOf({ abstract }: List): (number | null)[] {
    const counts = this.#counts.get(abstract) ?? Array.from({ length: LEVELS }, () => null);
    this.#counts.set(abstract, counts);
    return counts;
  }

  /** A list with a start of its own begins there when it is first met. */
  #beginAnew(id: string, list: List, depth: number, counts: (number | null)[]): void {
    const start = list.starts.get(depth);
    const key = `${id} ${depth}`;
    if (start === undefined || this.#begun.has(key)) return;
    this.#begun.add(key);
    counts[depth] = start - 1;
  }
}

/** 一、 needs no blank, and 第一条 has one in print. */
function gapAfter(label: string, suffix: string): string {
  return suffix === 'nothing' || /[、．，）)。:：]\s*$/.test(label) || /\s$/.test(label) ? '' : '　';
}

function readLists(part: XmlElement): Map<string, List> {
  const abstracts = new Map(
    elementsOf(part, 'abstractNum').map((one) => [one.attributes.abstractNumId ?? '', one] as const),
  );
  const byStyle = new Map(
    [...abstracts].flatMap(([id, one]) => {
      const style = elementAt(one, 'styleLink')?.attributes.val;
      return style === undefined ? [] : [[style, id] as const];
    }),
  );
  return new Map(
    elementsOf(part, 'num').map((one) => {
      const named = elementAt(one, 'abstractNumId')?.attributes.val ?? '';
      const link = elementAt(abstracts.get(named), 'numStyleLink')?.attributes.val;
      const abstract = (link === undefined ? undefined : byStyle.get(link)) ?? named;
      return [one.attributes.numId ?? '', readList(one, abstract, abstracts.get(abstract))] as const;
    }),
  );
}

function readList(list: XmlElement, abstract: string, definition: XmlElement | undefined): List {
  const levels = new Map(elementsOf(definition, 'lvl').map((level) => [levelNumber(level), readLevel(level)] as const));
  const starts = new Map<number, number>();
  for (const override of elementsOf(list, 'lvlOverride')) {
    const level = elementAt(override, 'lvl');
    if (level !== undefined) levels.set(levelNumber(override), readLevel(level));
    const start = elementAt(override, 'startOverride')?.attributes.val;
    if (start !== undefined) starts.set(levelNumber(override), Number(start));
  }
  return { abstract, levels, starts };
}

const levelNumber = ({ attributes }: XmlElement): number => Number(attributes.ilvl ?? 0);

function readLevel(level: XmlElement): Level {
  const value = (name: string): string | undefined => elementAt(level, name)?.attributes.val;
  const format = value('numFmt') ?? 'decimal';
  const restart = value('lvlRestart');
  return {
    start: Number(value('start') ?? 1),
    format,
    text: format === 'bullet' || format === 'none' ? '' : (value('lvlText') ?? ''),
    suffix: value('suff') ?? 'tab',
    restart: restart === undefined ? null : Number(restart),
    plainDigits: isOn(elementAt(level, 'isLgl')),
  };
}

/** `<w:x/>` and `<w:x w:val="1"/>` are on. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes.val ?? '1');
}
