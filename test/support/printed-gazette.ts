/** Documents as a gazette prints them: paragraphs with their setting, then pages of placed lines in one column or more. */
import type { ParsedDocument } from '../../indexer/model.ts';
import { A4, type PlacedLine } from './pdf-writer.ts';

export interface PrintedParagraph {
  readonly text: string;
  readonly setting: 'centred' | 'flush' | 'indented' | 'right';
}

/** A document in its parts, one paragraph each: title, number, addressee, body, signature, date. */
export function paragraphsOf(document: ParsedDocument): PrintedParagraph[] {
  const { title, number, addressee, provisions, issuers, writtenOn } = document;
  const attached = new Set(provisions.filter(({ kind }) => kind === 'title').map(({ ordinal }) => ordinal));
  const carrier = attached.size === 0 ? provisions.length : Math.min(...attached);
  const signature: PrintedParagraph[] = [
    ...issuers.map((text) => ({ text, setting: 'right' as const })),
    ...(writtenOn === null ? [] : [{ text: dayOf(writtenOn), setting: 'right' as const }]),
  ];
  const body = provisions.map(({ text, kind, ordinal }): PrintedParagraph[] => {
    const centred = kind === 'title' || kind === 'chapter' || kind === 'section' || kind === 'part';
    const paragraph: PrintedParagraph = { text, setting: centred ? 'centred' : 'indented' };
    return ordinal === carrier ? [...signature, paragraph] : [paragraph];
  });
  return [
    { text: title, setting: 'centred' },
    ...(number === null ? [] : [{ text: number, setting: 'centred' as const }]),
    ...(addressee === null ? [] : [{ text: `${addressee.replace(/[：:]$/, '')}：`, setting: 'flush' as const }]),
    ...body.flat(),
    ...(carrier === provisions.length ? signature : []),
  ];
}

function dayOf(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

export interface PageSetting {
  readonly columns: number;
  /** Of the text, in points. */
  readonly size: number;
  readonly gutter: number;
  readonly leading: number;
  readonly runningHead: string;
}

const MARGIN = { x: 60, top: 84, bottom: 80 };
const NEVER_FIRST = /^[，。；：、）》”？！]/;
const HALF = /^[ -~]$/;

/** Pages of lines with a running head and a page number; a heading is never parted from its paragraph's column. */
export function setPages(paragraphs: readonly PrintedParagraph[], setting: PageSetting): PlacedLine[][] {
  const { columns, size, gutter, leading, runningHead } = setting;
  const width = (A4.width - 2 * MARGIN.x - gutter * (columns - 1)) / columns;
  const rows = Math.floor((A4.height - MARGIN.top - MARGIN.bottom) / leading);
  const ems = Math.floor(width / size);
  const lines = paragraphs.flatMap((paragraph) => breakParagraph(paragraph, ems));
  const pages: PlacedLine[][] = [];
  lines.forEach(({ text, indent }, index) => {
    const slot = Math.floor(index / rows);
    const number = Math.floor(slot / columns);
    if (pages[number] === undefined) pages[number] = furniture(runningHead, number + 1);
    const x = MARGIN.x + (slot % columns) * (width + gutter) + indent * size;
    pages[number].push({ text, x, y: MARGIN.top + (index % rows) * leading, size });
  });
  return pages;
}

function furniture(head: string, page: number): PlacedLine[] {
  return [
    { text: head, x: A4.width / 2 - (head.length * 9) / 2, y: 44, size: 9 },
    { text: `— ${page} —`, x: A4.width / 2 - 12, y: A4.height - 50, size: 9 },
  ];
}

const emsOf = (text: string): number => [...text].reduce((sum, c) => sum + (HALF.test(c) ? 0.5 : 1), 0);

function breakParagraph({ text, setting }: PrintedParagraph, ems: number): { text: string; indent: number }[] {
  const first = setting === 'indented' ? 2 : 0;
  const lines = breakLines(text, ems, first);
  return lines.map((line, index) => {
    const free = ems - emsOf(line);
    const indent = {
      centred: Math.max(0, free / 2),
      right: Math.max(0, free - 2),
      flush: 0,
      indented: index === 0 ? first : 0,
    };
    return { text: line, indent: indent[setting] };
  });
}

function breakLines(text: string, ems: number, first: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = first;
  for (const token of text.match(/[A-Za-z0-9.%-]+|./gsu) ?? []) {
    const space = emsOf(token);
    if (line.length > 0 && used + space > ems) {
      // A sign that may not begin a line takes the character before it along.
      const kept = NEVER_FIRST.test(token) ? line.findLastIndex((one) => !NEVER_FIRST.test(one)) : line.length;
      lines.push(line.slice(0, kept).join(''));
      line = line.slice(kept);
      used = emsOf(line.join(''));
    }
    line.push(token);
    used += space;
  }
  return line.length === 0 ? lines : [...lines, line.join('')];
}
