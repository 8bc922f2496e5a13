/**
 * The table of facts that government sites print over a document (政府信息公开目录), as it stands in a page that was saved or
 * copied as text: 索引号：… 发文机关：…, one or several in a line, with a colon, a rule or a blank behind the label, or the value
 * on the next line.
 */

const LABELS =
  '信息索引号|索引号|主题分类|组配分类|信息分类|体裁分类|服务对象|公文目录|发文机关|发文机构|发文单位|制发机关|发布机构|发布机关|发布单位|公开机构|公开主体|成文日期|成文时间|发文日期|签发日期|发布日期|发布时间|生成日期|公开日期|生效时间|生效日期|施行日期|实施日期|失效时间|失效日期|废止时间|废止日期|文件名称|信息名称|标题|名称|发文字号|公文文号|文件编号|发文文号|文号|统一登记号|登记号|统一编号|规范性文件登记号|规范性文件统一登记号|制定机关|发布部门|公布日期|文件有效性|效力等级|效力级别|法规类别|公开方式|公开范围|公开形式|公开时限|公开类别|有效性|时效性|效力状态|文件状态|是否有效|文种|公文种类|主题词|关键词|内容概述|来源|信息来源|浏览次数';
/** Labels that nothing but such a table has. */
const TELLING =
  /索引号|法规类别|效力等级|效力级别|主题分类|组配分类|信息分类|体裁分类|公文目录|公开方式|发文字号|公文文号|内容概述|有效性|时效性/;
/** 索 引 号: the blanks with which a label is stretched. */
const LABEL = LABELS.split('|')
  .map((label) => [...label].join('[ \\u3000\\u00a0]{0,4}'))
  .join('|');
const STRETCHED = new RegExp(
  `(?<!\\p{Script=Han})(?:${LABEL})(?=[ \\u3000\\u00a0]{0,4}(?:[：:|\\t]|$)|[ \\u3000\\u00a0]{1,4}\\S)`,
  'gu',
);
/** Most lines begin with none, and that is quick to see. */
const BEGINS = new RegExp(`^(?:${LABEL})`, 'u');
const FACTS_WITHIN = 60;
const FEWEST = 3;
/** A value that stands on a line of its own below its label takes so many lines at most. */
const LONGEST_VALUE = 2;
/** Behind so many lines without a label the table is over. */
const FARTHEST = 6;

const MOMENT = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}[：:]\d{2}(?:[：:]\d{2})?)?$/;

export interface PageFacts {
  readonly fields: ReadonlyMap<string, string>;
  /** Indexes of its lines. */
  readonly lines: ReadonlySet<number>;
}

/** `lines` are those of the whole file, blank ones among them. Null when no such table stands on top. */
export function findPageFacts(lines: readonly string[]): PageFacts | null {
  const table = new Table();
  let seen = 0;
  for (let at = 0; at < lines.length && seen < FACTS_WITHIN && !table.isOver; at += 1) {
    const line = unbracket(halfWidth(lines[at] ?? '').replace(/^[\s•·*●|-]+/, '')).trim();
    if (line === '') continue;
    seen += 1;
    const facts = factsIn(line);
    if (facts.length > 0) table.add(facts, at);
    else table.pass(line, at);
  }
  return table.count >= FEWEST && table.telling ? table : null;
}

const halfWidth = (text: string): string =>
  text.replace(/[０-９：]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** 【发文字号】宜府发〔2006〕9号, as compilations of laws print it; 【字号】 is short for the same. */
const unbracket = (line: string): string =>
  line.replace(/^【(\p{Script=Han}{2,6})】\s*(?=\S)/u, (_, label: string) => `${label === '字号' ? '文号' : label}：`);

/** The table as one reads on. */
class Table implements PageFacts {
  readonly fields = new Map<string, string>();
  readonly lines = new Set<number>();
  count = 0;
  telling = false;
  /** The last label, and what was read since. */
  #label: string | null = null;
  #since: { readonly line: string; readonly at: number }[] = [];

  get isOver(): boolean {
    return this.count >= FEWEST && this.#since.length > FARTHEST;
  }

  add(facts: readonly Fact[], at: number): void {
    // What stands between two labels is the value of the first.
    if (this.#label !== null && !this.fields.has(this.#label) && this.#since.length <= LONGEST_VALUE) {
      for (const one of this.#since) this.lines.add(one.at);
      this.#note(this.#label, this.#since.map(({ line }) => line).join(''));
    }
    this.lines.add(at);
    this.#since = [];
    for (const { label, value } of facts) {
      this.count += 1;
      this.telling ||= TELLING.test(label);
      this.#note(label, value);
      this.#label = label;
    }
  }

  /** A line without a label. Behind the last one no other closes its value: a moment is known by itself. */
  pass(line: string, at: number): void {
    if (this.#label !== null && this.#since.length === 0 && !this.fields.has(this.#label) && MOMENT.test(line)) {
      this.lines.add(at);
      this.#note(this.#label, line);
    }
    this.#since.push({ line, at });
  }

  #note(label: string, value: string): void {
    if (value !== '' && !this.fields.has(label)) this.fields.set(label, value);
  }
}

interface Fact {
  readonly label: string;
  readonly value: string;
}

/** “索引号: 003129766 组配分类: 通知” gives both. A line must begin with a label. */
function factsIn(line: string): Fact[] {
  if (!BEGINS.test(line)) return [];
  const found = [...line.matchAll(STRETCHED)];
  if (found.length === 0 || found[0]?.index !== 0) return [];
  // 名称 and the like begin sentences too: by itself, a label without a sign behind it says nothing.
  const signed = /^[ \u3000\u00a0]*[：:|\t]/.test(line.slice(found[0][0].length));
  if (!signed && found.length === 1 && !tellsAlone(plain(found[0][0]), line)) return [];
  return found.map((match, index) => {
    const from = match.index + match[0].length;
    const value = line.slice(from, found[index + 1]?.index ?? line.length);
    return { label: plain(match[0]), value: value.replace(/^[\s：:|]+|[\s|]+$/g, '') };
  });
}

const tellsAlone = (label: string, line: string): boolean =>
  TELLING.test(label) || plain(line).trim() === label || (/日期|时间|号$/.test(label) && /\d/.test(line));

const plain = (label: string): string => label.replace(/[ \u3000\u00a0]/g, '');
