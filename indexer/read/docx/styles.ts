/** What a paragraph's style says of it: whether it is a heading, and in which list it is numbered. */
import { elementAt, elementsOf, type XmlElement } from '../xml.ts';
import type { ListPlace } from './numbering.ts';

export interface ParagraphStyle {
  /** From 1; null for running text. */
  readonly heading: number | null;
  readonly isTitle: boolean;
  readonly list: ListPlace | null;
}

const PLAIN: ParagraphStyle = { heading: null, isTitle: false, list: null };
/** Styles rest on each other; a circle of them must end. */
const DEEPEST = 20;
/** Level of text that is no heading (w:outlineLvl). */
const BODY_LEVEL = 9;
const NO_LIST = '0';

export class Styles {
  readonly #styles = new Map<string, XmlElement>();
  #default = '';

  constructor(part: XmlElement | null) {
    for (const style of elementsOf(part ?? undefined, 'style')) {
      const id = style.attributes.styleId ?? '';
      this.#styles.set(id, style);
      if (style.attributes.type === 'paragraph' && /^(?:1|true|on)$/.test(style.attributes.default ?? ''))
        this.#default = id;
    }
  }

  /** What holds for a paragraph with these properties: its own settings first, then those of its style. */
  of(properties: XmlElement | undefined): ParagraphStyle {
    const style = elementAt(properties, 'pStyle')?.attributes.val ?? this.#default;
    const inherited = this.#ofStyle(style, 0);
    const own = readOwn(properties);
    const list = own.list === undefined ? inherited.list : own.list;
    const level = elementAt(properties, 'numPr', 'ilvl')?.attributes.val;
    return {
      isTitle: inherited.isTitle,
      heading: own.heading === undefined ? inherited.heading : own.heading,
      // A paragraph may name the level only, and leave the list to its style.
      list: list !== null && own.list === undefined && level !== undefined ? { ...list, level: Number(level) } : list,
    };
  }

  #ofStyle(id: string, depth: number): ParagraphStyle {
    const style = this.#styles.get(id);
    if (style === undefined || depth > DEEPEST) return PLAIN;
    const base = elementAt(style, 'basedOn')?.attributes.val;
    const inherited = base === undefined ? PLAIN : this.#ofStyle(base, depth + 1);
    const own = readOwn(elementAt(style, 'pPr'));
    const name = elementAt(style, 'name')?.attributes.val ?? '';
    const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
    const heading = own.heading ?? (named === undefined ? inherited.heading : Number(named));
    return {
      heading,
      isTitle: /^(?:title|标题)$/i.test(name) || inherited.isTitle,
      list: own.list === undefined ? inherited.list : own.list,
    };
  }
}

/** Undefined for what is not set, null for what is set to nothing. */
function readOwn(properties: XmlElement | undefined): { heading?: number | null; list?: ListPlace | null } {
  const outline = elementAt(properties, 'outlineLvl')?.attributes.val;
  const numbering = elementAt(properties, 'numPr');
  const list = elementAt(numbering, 'numId')?.attributes.val;
  const level = Number(elementAt(numbering, 'ilvl')?.attributes.val ?? 0);
  return {
    ...(outline === undefined ? {} : { heading: Number(outline) >= BODY_LEVEL ? null : Number(outline) + 1 }),
    ...(list === undefined ? {} : { list: list === NO_LIST ? null : { list, level } }),
  };
}
