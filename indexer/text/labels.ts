/** The labels that a provision may begin with (GB/T 9704-2012 §7.3.3; 立法法 art. 65), each with its level and its number. */
import type { ProvisionKind } from '../model.ts';
import { HAN_NUMERAL, readNumeral } from './numerals.ts';

export interface Label {
  readonly kind: Exclude<ProvisionKind, 'paragraph' | 'title' | 'table' | 'item' | 'subitem'>;
  /** As printed, normalised: 第六条, （三）, 一、, 1. */
  readonly text: string;
  readonly value: number;
  /** How many characters of the line it takes, blanks behind it included. */
  readonly length: number;
}

interface LabelForm {
  readonly kind: Label['kind'];
  readonly pattern: RegExp;
  readonly print: (numeral: string, suffix: string) => string;
}

const H = HAN_NUMERAL;
/** 第九条修改为：“…”, 第十条第四项修改为, 第七条增加一款: what is done to an article of another text heads nothing. */
const AMENDED = `(?:第(?:${H}|[（）])+[款项目])*(?:修改为|修正为|改为|[中后]?增加(?:${H}+[条款项]|“|规定)|删[去除](?:“|第)|中?的“|合并为)`;
const FORMS: readonly LabelForm[] = [
  // 第一编 总则
  { kind: 'part', pattern: new RegExp(`^第(${H}+)编(?=\\s|$|[^，。、])`), print: (n) => `第${n}编` },
  { kind: 'subpart', pattern: new RegExp(`^第(${H}+)分编(?=\\s|$|[^，。、])`), print: (n) => `第${n}分编` },
  // 第二章 建设要求
  {
    kind: 'chapter',
    pattern: new RegExp(`^第(${H}+|\\d{1,3})章(?!第|[，。、的]|规定)`),
    print: (n) => `第${n}章`,
  },
  {
    kind: 'section',
    pattern: new RegExp(`^第(${H}+|\\d{1,3})节(?!第|[，。、的]|规定|课)`),
    print: (n) => `第${n}节`,
  },
  // 第一百二十条之一 …; 第115条 …
  {
    kind: 'article',
    pattern: new RegExp(`^第(${H}+|\\d{1,4})条(之${H}+)?(?!${AMENDED})`),
    print: (n, suffix) => `第${n}条${suffix}`,
  },
  // 一、总体要求
  { kind: 'heading1', pattern: /^([一二三四五六七八九十]{1,4})[、，．.](?=\S)/, print: (n) => `${n}、` },
  // （二）主要任务
  { kind: 'heading2', pattern: /^（([一二三四五六七八九十百]{1,5})）[、.．]?/, print: (n) => `（${n}）` },
  // 3.加强管理; 3、加强管理; 1.2020年7月1日至…; never 1.5亿
  { kind: 'heading3', pattern: /^(\d{1,3})(?:[.．](?!\d|$)|[.．](?=(?:19|20)\d\d年)|、)/, print: (n) => `${n}.` },
  // （4）完善机制
  { kind: 'heading4', pattern: /^（(\d{1,3})）/, print: (n) => `（${n}）` },
  // ①
  { kind: 'heading5', pattern: /^([①-⑳])/, print: (n) => n },
];

/** The label that a paragraph begins with: `（三）业主…` gives heading2, 3. Null when it begins without one. */
export function readLabel(text: string): Label | null {
  for (const { kind, pattern, print } of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const numeral = match[1] ?? '';
    const value = kind === 'heading5' ? numeral.charCodeAt(0) - 0x245f : readNumeral(numeral);
    if (value === null) continue;
    const blanks = /^\s*/.exec(text.slice(match[0].length))?.[0].length ?? 0;
    return { kind, text: print(numeral, match[2] ?? ''), value, length: match[0].length + blanks };
  }
  return null;
}
