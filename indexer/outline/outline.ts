/**
 * Paragraphs → provisions: level, address, parent and clause of each. Laws number 编 章 节 条 款 项 目 (立法法 art. 65),
 * official documents 一、（一）1.（1）① (GB/T 9704-2012 §7.3.3), and real documents mix the two.
 */
import type { Provision, ProvisionKind } from '../model.ts';
import type { Paragraph } from '../split/split-document.ts';
import { type Label, readLabel } from '../text/labels.ts';
import { Origins } from './origins.ts';

export interface Outline {
  readonly body: string;
  readonly provisions: readonly Provision[];
}

/** How deep a level stands, whatever levels a document leaves out. */
const RANK: Readonly<Record<ProvisionKind, number>> = {
  title: 0,
  part: 1,
  subpart: 2,
  chapter: 3,
  section: 4,
  article: 5,
  heading1: 6,
  heading2: 7,
  item: 7,
  heading3: 8,
  subitem: 8,
  heading4: 9,
  heading5: 10,
  paragraph: 11,
  table: 11,
};
const CONTAINERS: ReadonlySet<ProvisionKind> = new Set(['title', 'part', 'subpart', 'chapter', 'section']);
/** From this many rows without stops on, they are a table or list of names. */
const ROWS_OF_A_TABLE = 3;

interface Open {
  readonly kind: ProvisionKind;
  readonly ordinal: number;
  readonly path: string;
  /** How many 款 it has so far, its own text being the first. */
  paragraphs: number;
}

/** `titles` are those paragraphs that are titles of attached texts. All texts joined by \n are the body. */
export function buildOutline(paragraphs: readonly Paragraph[], titles: ReadonlySet<Paragraph>): Outline {
  const provisions: Provision[] = [];
  const rows = findRows(paragraphs);
  const origins = new Origins();
  let open: Open[] = [];
  let clause = -1;
  let start = 0;
  paragraphs.forEach((paragraph, ordinal) => {
    const isBare = titles.has(paragraph) || rows.has(ordinal) || paragraph.footnote === true;
    const label = isBare ? null : readLabel(paragraph.text);
    const kind = titles.has(paragraph) ? 'title' : rows.has(ordinal) ? 'table' : kindOf(label, open);
    // A paragraph behind the items of an article is the article's next 款, not part of the last item.
    const limit = kind === 'paragraph' && open.some((one) => one.kind === 'article') ? RANK.article + 1 : RANK[kind];
    open = paragraph.footnote ? [] : open.filter((one) => RANK[one.kind] < limit);
    const parent = open.at(-1) ?? null;
    const text = label === null ? paragraph.text : printLabelled(paragraph.text, label, kind);
    const path = addressOf(kind, label, open);
    const inArticle = open.some((one) => one.kind === 'article');
    if (beginsClause(kind, parent, inArticle, provisions.at(-1), clause)) clause = ordinal;
    provisions.push({
      ordinal,
      kind,
      label: label?.text ?? '',
      path,
      text,
      depth: open.length + 1,
      parent: parent?.ordinal ?? null,
      clause,
      span: { start, end: start + text.length },
      lines: paragraph.lines,
      page: paragraph.page,
      ...origins.next(text, paragraph),
    });
    start += text.length + 1;
    if (kind === 'paragraph' || kind === 'table') {
      if (parent !== null) parent.paragraphs += 1;
    } else {
      open.push({ kind, ordinal, path, paragraphs: 1 });
    }
  });
  return { body: provisions.map(({ text }) => text).join('\n'), provisions };
}

/** Under an article （一） is a 项 and 1. a 目; elsewhere they are headings. */
function kindOf(label: Label | null, open: readonly Open[]): ProvisionKind {
  if (label === null) return 'paragraph';
  if (open.some(({ kind }) => kind === 'article')) {
    if (label.kind === 'heading2') return 'item';
    if (label.kind === 'heading3') return 'subitem';
  }
  return label.kind;
}

/** 第六条　为…: an article's label and a chapter's stand apart from their text by one wide blank, all others directly before it. */
function printLabelled(text: string, label: Label, kind: ProvisionKind): string {
  const rest = text.slice(label.length);
  const apart = kind === 'article' || CONTAINERS.has(kind);
  return apart && rest !== '' ? `${label.text}　${rest}` : label.text + rest;
}

/** 第六条第二款第（三）项; 二（一）3; an unlabelled paragraph has the address of what it stands under. */
function addressOf(kind: ProvisionKind, label: Label | null, open: readonly Open[]): string {
  const article = open.findLast((one) => one.kind === 'article');
  const parent = open.at(-1);
  if (kind === 'title' || (label === null && parent === undefined)) return '';
  if (label === null) {
    if (parent?.kind === 'article') return `${parent.path}第${hanCount(parent.paragraphs + 1)}款`;
    return parent?.path ?? '';
  }
  if (CONTAINERS.has(kind) || kind === 'article') return label.text;
  if (article !== undefined) {
    const inside = kind === 'item' ? `第${label.text}项` : kind === 'subitem' ? `第${label.value}目` : label.text;
    const base =
      parent?.kind === 'article' && parent.paragraphs > 1
        ? `${parent.path}第${hanCount(parent.paragraphs)}款`
        : (parent?.path ?? '');
    return base + inside;
  }
  const numbered = parent !== undefined && RANK[parent.kind] >= RANK.heading1 ? parent.path : '';
  const own =
    kind === 'heading1' ? label.text.replace('、', '') : kind === 'heading3' ? label.text.replace('.', '') : label.text;
  return numbered + own;
}

function hanCount(count: number): string {
  const names = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  return names[count] ?? String(count);
}

/** An article takes in all that stands under it; a numbered point its unlabelled followers; a heading alone its first paragraph. */
function beginsClause(
  kind: ProvisionKind,
  parent: Open | null,
  inArticle: boolean,
  previous: Provision | undefined,
  clause: number,
): boolean {
  if (clause === -1 || previous === undefined) return true;
  if (inArticle) return false;
  if (kind === 'table') return previous.kind !== 'table';
  if (kind !== 'paragraph') return true;
  return parent === null || CONTAINERS.has(parent.kind) || previous.kind === 'table';
}

/** Ordinals of paragraphs in runs of short lines without stops. */
function findRows(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let run: number[] = [];
  const flush = (): void => {
    if (run.length >= ROWS_OF_A_TABLE) for (const ordinal of run) rows.add(ordinal);
    run = [];
  };
  paragraphs.forEach(({ text, row }, ordinal) => {
    if (row) rows.add(ordinal);
    if (text.length <= 60 && !/[，。；：]/.test(text) && readLabel(text) === null) run.push(ordinal);
    else flush();
  });
  flush();
  return rows;
}
