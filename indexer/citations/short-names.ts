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

/** Laws that are named without 《》 and without having been introduced: 依照刑法第三百四十一条. */
const EVERYBODYS = ['宪法', '刑法', '民法典', '刑事诉讼法', '民事诉讼法', '行政诉讼法'];
const STATE = '中华人民共和国';
/** What may stand before a law's bare name; 高等教育法第三条 is no 教育法. */
const BEFORE_BARE =
  /(?:^|[^\p{Script=Han}]|照|据|违反|符合|适用|执行|实施|触犯|如果|但|和|与|及|或者?|由|对|除|的|是|有|将|以|按|受|犯|于|规定|中华人民共和国|现行|认定|构成|援引|引用|遵守|了|在|指|为|即|把|因|中)$/u;

/** 刑法分则第九章第三百九十八条: where in the law the article stands, between its name and its number. */
const WITHIN =
  /(?:总则|分则|序言|附则)?(?:第[零〇一二三四五六七八九十百千两\d]{1,7}(?:编|分编|章|节))*(?=的?第[零〇一二三四五六七八九十百千两\d]{1,7}[条、至])/y;
/** 刑法规定的某一犯罪; 根据刑法的有关规定; 依照刑法追究刑事责任: the law is meant without one of its articles. */
const WHOLE_LAW = /^的?(?:有关|相关|具体)?(?:规定|条款)/;
const RESTING = /(?:根据|依据|依照|按照|违反|适用)(?:中华人民共和国)?$/;
const LAW_ENDS = /^(?:$|[，。；、）和及与或]|有关|追究|定罪|处罚)/;

export class ShortNames {
  readonly #names = new Map<string, NamedDocument>();
  /** Names that follow from a title: 教育法 from 《中华人民共和国教育法》. */
  readonly #bare = new Map<string, NamedDocument>(
    EVERYBODYS.map((name) => [name, { title: STATE + name, number: null }]),
  );
  #last: NamedDocument | null = null;

  /** Takes note of a mention, and of the short name that it introduces. */
  learn(mention: Mention, meant: NamedDocument): void {
    const named = { title: meant.title, number: meant.number };
    this.#last = named;
    const bare = meant.title?.startsWith(STATE) ? meant.title.slice(STATE.length) : '';
    if (/^\p{Script=Han}{2,20}(?:法|典|条例|总则|通则)$/u.test(bare))
      this.#bare.set(bare, { title: meant.title, number: null });
    if (mention.shortName !== null && DOCUMENT_WORD.test(mention.shortName))
      this.#names.set(titleKey(mention.shortName), named);
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
    for (const [name, meant] of [...this.#bare].sort(([a], [b]) => b.length - a.length))
      for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length))
        if (BEFORE_BARE.test(text.slice(Math.max(0, at - 8), at)))
          this.#add(found, text, { start: at, end: at + name.length }, meant);
    const last = this.#last;
    if (last !== null)
      for (const match of text.matchAll(SAME_LAW))
        this.#add(found, text, { start: match.index, end: match.index + match[0].length }, last);
    return found.filter(({ span }) => !taken.some((other) => span.start < other.end && other.start < span.end));
  }

  #add(found: LaterMention[], text: string, name: Span, meant: NamedDocument): void {
    WITHIN.lastIndex = name.end;
    WITHIN.exec(text);
    const pin = readPin(text, Math.max(name.end, WITHIN.lastIndex));
    if (pin === null && !isWholeLaw(text, name)) return;
    const { title, number } = meant;
    const span = { start: name.start, end: pin?.end ?? name.end };
    if (found.some((one) => one.span.start < span.end && span.start < one.span.end)) return;
    found.push({ title, number, pin: pin?.text ?? null, shortName: null, span, quoted: false, meant });
  }
}

/** Whether words like 刑法 stand for the law, not for a part of another word: 依照刑法, 刑法的规定. */
function isWholeLaw(text: string, { start, end }: Span): boolean {
  const after = text.slice(end, end + 12);
  return WHOLE_LAW.test(after) || (LAW_ENDS.test(after) && RESTING.test(text.slice(Math.max(0, start - 12), start)));
}
