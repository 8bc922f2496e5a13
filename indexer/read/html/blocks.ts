/** Elements of a page → the lines that a reader sees: a block is a line, a row of a table one with its cells parted by tabs. */

import { raiseNumber } from '../raised.ts';

/** The parts of a parsed node that are needed here. */
export interface BlockNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly BlockNode[];
}

export interface Block {
  readonly text: string;
  readonly heading?: number;
  readonly row?: boolean;
}

const INLINE = new Set(
  'a abbr b bdi bdo big cite code dfn em font i ins kbd label mark q ruby s small span strong sub sup time u var wbr o:p'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'script style noscript template iframe object embed svg form input select textarea button nav head del rp rt'.split(
    ' ',
  ),
);
/** Deeper than any page that a person wrote. */
const DEEPEST = 400;

export function readBlocks(nodes: readonly BlockNode[]): Block[] {
  const reading = new Reading();
  for (const node of nodes) {
    reading.read(node, 0, undefined);
    reading.end();
  }
  return reading.blocks;
}

class Reading {
  readonly blocks: Block[] = [];
  #text = '';
  #heading: number | undefined;

  read(node: BlockNode, depth: number, heading: number | undefined): void {
    if (node.type === 'text') {
      // Ends of lines in the source are no text: between Chinese characters they are not even a blank.
      this.#text += (node.data ?? '').replace(/[\r\n]+[ \t]*/g, ' ');
      this.#heading = heading;
      return;
    }
    const { name = '' } = node;
    if (depth > DEEPEST || isUnseen(node)) return;
    if (name === 'tr' && cellsOf(node).length > 1) {
      this.#row(node);
      return;
    }
    const [only] = node.children ?? [];
    if (name === 'sup' && node.children?.length === 1 && only?.type === 'text') {
      this.#text += raiseNumber((only.data ?? '').trim());
      return;
    }
    const isBlock = !INLINE.has(name);
    if (isBlock) this.end();
    const level = /^h([1-6])$/.exec(name)?.[1];
    for (const child of node.children ?? []) this.read(child, depth + 1, level === undefined ? heading : Number(level));
    if (isBlock) this.end();
  }

  end(): void {
    const text = this.#text.replace(/[ \t\u00a0]+/g, ' ').trimEnd();
    if (text.trim() !== '')
      this.blocks.push({ text, ...(this.#heading === undefined ? {} : { heading: this.#heading }) });
    this.#text = '';
  }

  #row(node: BlockNode): void {
    this.end();
    const cells = cellsOf(node).map((cell) =>
      readBlocks(cell.children ?? [])
        .map(({ text }) => text.replaceAll('\t', ' ').trim())
        .join(' '),
    );
    if (cells.some((cell) => cell !== '')) this.blocks.push({ text: cells.join('\t'), row: true });
  }
}

const cellsOf = ({ children = [] }: BlockNode): BlockNode[] =>
  children.filter(({ name }) => name === 'td' || name === 'th');

/** What a browser does not show. */
function isUnseen({ type, name = '', attribs = {} }: BlockNode): boolean {
  if (type === 'comment' || type === 'directive' || type === 'script' || type === 'style' || UNSEEN.has(name))
    return true;
  return 'hidden' in attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '');
}
