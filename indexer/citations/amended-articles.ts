/**
 * Articles of the text that an amending decision amends. 关于修改《X》的决定 names X once and then says 将第六条修改为…,
 * 删去第九条, 第三条第二款修改为…: these are clauses of X, not of the decision, and not the numbers that X has afterwards.
 */
import { type Pin, readPin } from '../text/pins.ts';
import { quotationsOf } from './quotations.ts';
import type { NamedDocument } from './short-names.ts';

export interface AmendedArticle {
  readonly pin: Pin;
  readonly start: number;
}

const AMENDING_TITLE = /修改|修正|修订/;
/** 中华人民共和国刑法修正案（四） amends the law that its title begins with. */
const AMENDMENT = /^(.{2,30}(?:法|法典|宪法))修正案(?:（[^（）]{1,12}）)?$/;
const ARTICLE = /第[零〇一二三四五六七八九十百千两\d]{1,7}(?=[条、至和])/g;
/** What may stand before an old number; 作为第七条 and 修改为第十一条 are new ones, 刑法第十二条 has its law before it. */
const OLD_NUMBER = /(?:^|[，。；、：）”\s]|将|删去|删除|在|对|把|原|与|和|及|的)$/;
const INSTRUCTION = /修改为|修改后|作为第|改为|删去|删除|增加|合并|移至|调整为|移作/;

/** Whether this is a text that amends another; other texts say 第六条 of themselves. */
export const amends = (title: string): boolean => AMENDING_TITLE.test(title);

/** The law that an amendment (修正案) is made to, from its title; null for other titles. */
export function amendedLaw(title: string): NamedDocument | null {
  const law = AMENDMENT.exec(title)?.[1];
  return law === undefined ? null : { title: law, number: null };
}

/** The old numbers in one paragraph of instructions; what stands in “…” is the new text. */
export function findAmendedArticles(text: string, labelled: number): AmendedArticle[] {
  if (!INSTRUCTION.test(text)) return [];
  const quoted = quotationsOf(text);
  const found: AmendedArticle[] = [];
  for (const { index } of text.matchAll(ARTICLE)) {
    if (index < labelled || index < (found.at(-1)?.pin.end ?? 0)) continue;
    if (quoted.some(({ start, end }) => index >= start && index < end)) continue;
    if (!OLD_NUMBER.test(text.slice(Math.max(0, index - 2), index))) continue;
    const pin = readPin(text, index);
    if (pin !== null && INSTRUCTION.test(text.slice(0, index) + restOfSentence(text, pin.end)))
      found.push({ pin, start: index });
  }
  return found;
}

const restOfSentence = (text: string, from: number): string => /^[^。；]*/.exec(text.slice(from))?.[0] ?? '';
