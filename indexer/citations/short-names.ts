/**
 * Names that a text gives to a document for its own use: （以下简称《实施意见》）, 同法, 该办法. Remembers them in reading order
 * and says who is meant when they come again.
 */

import type { Span } from '../model.ts';
import { readPin } from '../text/pins.ts';
import { titleKey } from '../text/title-key.ts';
import type { Mention } from './find.ts';

export interface NamedDocument {
  readonly title: string | null;
  readonly number: string | null;
}

export interface LaterMention extends Mention {
  readonly meant: NamedDocument;
}

/** 同法第十一条, 该条例第五条: the law named last. */
const SAME_LAW = /(?:同|该)(?:法|条例|办法|规定|解释|规则)(?=第[零〇一二三四五六七八九十百千两\d]{1,7}条)/g;
/** Short names that are no name of a text: 以下简称糖酒会. */
const DOCUMENT_WORD =
  /(?:法|典|条例|办法|规定|细则|规则|意见|通知|决定|方案|规划|纲要|计划|解释|文件|公约|标准|规范|要点|目录|政策|号文)$/;

export class ShortNames {
  readonly #names = new Map<string, NamedDocument>();
  #last: NamedDocument | null = null;

  /** Takes note of a mention, and of the short name that it introduces. */
  learn(mention: Mention, meant: NamedDocument): void {
    this.#last = meant;
    if (mention.shortName !== null && DOCUMENT_WORD.test(mention.shortName))
      this.#names.set(titleKey(mention.shortName), meant);
  }

  /** 《实施意见》 after （鲁政发〔2017〕5号，以下简称《实施意见》） is that document; null when no such name was given. */
  meaning(title: string): NamedDocument | null {
    return this.#names.get(titleKey(title)) ?? null;
  }

  /** Short names without 《》 with an article behind them (民事诉讼法第十条第二款), and 同法第N条, outside what is taken. */
  findLater(text: string, taken: readonly Span[]): LaterMention[] {
    const found: LaterMention[] = [];
    for (const [name, meant] of this.#names)
      for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
        this.#add(found, text, { start: at, end: at + name.length }, meant);
    const last = this.#last;
    if (last !== null)
      for (const match of text.matchAll(SAME_LAW))
        this.#add(found, text, { start: match.index, end: match.index + match[0].length }, last);
    return found.filter(({ span }) => !taken.some((other) => span.start < other.end && other.start < span.end));
  }

  #add(found: LaterMention[], text: string, name: Span, meant: NamedDocument): void {
    const pin = readPin(text, name.end);
    if (pin === null) return;
    const { title, number } = meant;
    const span = { start: name.start, end: pin.end };
    found.push({ title, number, pin: pin.text, shortName: null, span, quoted: false, meant });
  }
}
