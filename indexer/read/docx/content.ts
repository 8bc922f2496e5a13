/**
 * The body of a DOCX → its paragraphs and rows of tables as they print: insertions taken in, deletions and hidden text
 * left out, numbers written, frames and text boxes read where they are anchored, footnotes gathered.
 */
import { raiseNumber } from '../raised.ts';
import { elementAt, elementsOf, type XmlElement } from '../xml.ts';
import { isOn, type Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

export interface DocxLine {
  readonly text: string;
  /** From 1; 0 is the title. */
  readonly heading: number | null;
  readonly row: boolean;
}

/** Wrappers whose content counts as if it stood there itself; deletions and moved-away text are not among them. */
const TRANSPARENT = new Set([
  ...['ins', 'moveTo', 'hyperlink', 'smartTag', 'customXml', 'sdt', 'sdtContent', 'fldSimple', 'dir', 'bdo'],
  ...['ruby', 'rubyBase', 'oMath', 'oMathPara'],
]);
/** Where text boxes hide. */
const DRAWINGS = new Set(['drawing', 'pict', 'object']);
const DEEPEST_TABLE = 20;

interface NoteMark {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  readonly at: number;
}

export class DocxContent {
  readonly lines: DocxLine[] = [];
  /** Footnotes and endnotes met, in order, and the index of the line that bears the mark of each. */
  readonly notes: NoteMark[] = [];
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  /** Text of a paragraph whose end was deleted: it runs on into the next. */
  #carried = '';
  /** Text boxes of the paragraph being read. */
  #boxes: XmlElement[] = [];

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  readBlocks(parent: XmlElement | undefined): void {
    for (const block of elementsOf(parent)) {
      if (block.name === 'p') this.#paragraph(block);
      else if (block.name === 'tbl') this.#table(block, 0);
      else if (block.name === 'AlternateContent') this.readBlocks(chosen(block));
      else if (TRANSPARENT.has(block.name)) this.readBlocks(block);
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const properties = elementAt(paragraph, 'pPr');
    const { heading, isTitle, list } = this.#styles.of(properties);
    const outer = this.#boxes;
    this.#boxes = [];
    const printed = this.#carried + this.#inline(paragraph);
    const boxes = this.#boxes;
    this.#boxes = outer;
    const mark = elementAt(properties, 'rPr');
    this.#carried = '';
    if (elementAt(mark, 'del') !== undefined) this.#carried = printed;
    else {
      const label = list === null || printed.trim() === '' ? '' : this.#numbering.next(list);
      const level = isTitle ? 0 : heading;
      // A line break that an author set by hand parts lines of a title or a list; each is a line of its own.
      for (const text of (label + printed).split('\n'))
        if (text.trim() !== '') this.lines.push({ text, heading: level, row: false });
    }
    for (const box of boxes) this.readBlocks(box);
  }

  #table(table: XmlElement, depth: number): void {
    if (depth > DEEPEST_TABLE) return;
    for (const row of rowsOf(table)) {
      if (elementAt(row, 'trPr', 'del') !== undefined) continue;
      const cells = cellsOf(row);
      // A table of one cell is a frame around paragraphs.
      if (cells.length === 1) {
        this.readBlocks(cells[0]);
        continue;
      }
      const text = cells.map((cell) => this.#cellText(cell)).join('\t');
      if (text.trim() !== '') this.lines.push({ text, heading: null, row: true });
    }
  }

  /** All that a cell prints, in one line. */
  #cellText(cell: XmlElement): string {
    if (isContinued(cell)) return '';
    const inner = new DocxContent(this.#styles, this.#numbering);
    inner.readBlocks(cell);
    this.notes.push(...inner.notes.map((note) => ({ ...note, at: this.lines.length })));
    return inner.lines.map(({ text }) => text.replace(/\s*[\t\n]\s*/g, ' ').trim()).join(' ');
  }

  #inline(parent: XmlElement): string {
    let text = '';
    for (const child of elementsOf(parent)) {
      if (child.name === 'r') text += this.#run(child);
      else if (child.name === 'AlternateContent') text += this.#inline(chosen(child) ?? child);
      else if (TRANSPARENT.has(child.name)) text += this.#inline(child);
    }
    return text;
  }

  #run(run: XmlElement): string {
    // Text of formulas stands in runs of their own kind, which have the same parts.
    if (isOn(elementAt(run, 'rPr', 'vanish'))) return '';
    const text = elementsOf(run)
      .map((part) => this.#part(part))
      .join('');
    return elementAt(run, 'rPr', 'vertAlign')?.attributes.val === 'superscript' ? raiseNumber(text) : text;
  }

  #part(part: XmlElement): string {
    if (part.name === 't') return part.children.filter((child) => typeof child === 'string').join('');
    if (part.name === 'tab' || part.name === 'ptab') return '\t';
    if (part.name === 'br' || part.name === 'cr') return '\n';
    if (part.name === 'noBreakHyphen') return '-';
    if (part.name === 'sym') return symbol(part);
    if (part.name === 'ruby') return this.#inline(part);
    if (part.name === 'footnoteReference' || part.name === 'endnoteReference') this.#note(part);
    else if (part.name === 'AlternateContent') {
      return elementsOf(chosen(part))
        .map((inner) => this.#part(inner))
        .join('');
    } else if (DRAWINGS.has(part.name)) this.#boxes.push(...boxesIn(part));
    return '';
  }

  #note({ name, attributes }: XmlElement): void {
    const kind = name === 'footnoteReference' ? 'footnote' : 'endnote';
    if (attributes.id !== undefined) this.notes.push({ kind, id: attributes.id, at: this.lines.length });
  }
}

/** What is meant for programs of today; a fallback says the same again for older ones. */
function chosen(alternatives: XmlElement): XmlElement | undefined {
  return elementAt(alternatives, 'Choice') ?? elementAt(alternatives, 'Fallback');
}

/** Text boxes of a drawing, not those inside of them. */
function boxesIn(drawing: XmlElement): XmlElement[] {
  return elementsOf(drawing).flatMap((child) => {
    if (child.name === 'txbxContent') return [child];
    return boxesIn(child.name === 'AlternateContent' ? (chosen(child) ?? child) : child);
  });
}

function rowsOf(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((child) =>
    child.name === 'tr' ? [child] : TRANSPARENT.has(child.name) ? rowsOf(child) : [],
  );
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elementsOf(row).flatMap((child) =>
    child.name === 'tc' ? [child] : TRANSPARENT.has(child.name) ? cellsOf(child) : [],
  );
}

/** The lower part of a cell over several rows. */
function isContinued(cell: XmlElement): boolean {
  const merge = elementAt(cell, 'tcPr', 'vMerge');
  return merge !== undefined && merge.attributes.val !== 'restart';
}

/** Signs of symbol fonts have codes of their own; those of text fonts are characters. */
function symbol({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes.char ?? '', 16);
  if (Number.isNaN(code)) return '';
  if (code < 0xf000 || code > 0xf0ff) return String.fromCodePoint(code);
  return /wingdings|webdings|symbol|dings/i.test(attributes.font ?? '') ? '□' : String.fromCodePoint(code - 0xf000);
}
