/**
 * Characters that a librarian should compare with the original: those no encoding gives, and those that recognition takes
 * for their twins (已 and 己, 日 and 曰, 0 and O). Nothing is repaired: only words that are none with the character printed
 * and one with its twin are told, and never where two words meet (各自|已经, 年末|经济).
 */
import type { Problem, Provision } from '../model.ts';

/** More than so many in one document say no more. */
const MOST_PROBLEMS = 20;
/** U+FFFD, and what UTF-8 that was twice decoded as GBK leaves. */
const UNDECODABLE = /\ufffd+|(?:锟斤拷)+|(?:锟斤|斤拷){2,}|烫烫烫+|屯屯屯+/;
const CONTEXT = 6;

/** What is printed, and the twin that makes a word of it: the first group is the suspicious character. */
const TWINS: readonly (readonly [RegExp, string])[] = [
  [/(?<![自知异])(己)(?=经(?![营济手办过])|被|获得)/, '已'],
  [/(巳)(?=经|于|被|有|建|完成)/, '已'],
  [/(?<=(?<![各亲独来])自)(已)(?=的|所|动手|负责)/, '己'],
  [/(?<=\d|工作|今|即)(曰)|(曰)(?=期|常|起|内|前|报)/, '日'],
  [/(?<![年期月季周])(末)(?=成年|经(?![济营])|取得|按规定|按照|依法|履行|达到|办理)/, '未'],
  [/(千)(?=扰|预|涉|群)|(?<=若)(千)(?!方百)|(?<=党员|领导)(千)(?=部)/, '干'],
  [/(入)(?=民政府|民共和国|民法院|民检察院|民代表大会)/, '人'],
  [/(士)(?=地(?:使用|所有|征收|征用|承包|管理|利用|资源)|壤)/, '土'],
  [/(?<=[博院硕战护])(土)(?=[、，。；研学生后]|$)/, '士'],
  [/(?<=[管治办受处审])(埋)(?=办法|条例|规定|工作|部门|机构|能力|体系|程序|[，。；、])/, '理'],
  [/(?<![国君])(王)(?=要(?:内容|任务|目标|负责|职责)|管部门|管机关|体责任)/, '主'],
  [/(?<=政)(冶)|(?<!大)(冶)(?=安|理)/, '治'],
  [/(杜)(?=会(?:主义|保障|保险|组织|发展|救助|治安|公众|稳定)|区(?:服务|卫生|居民|治理))/, '社'],
  [/(侍)(?=遇)/, '待'],
  [/(?<![选提])(拔)(?=款|付)/, '拨'],
  [/(?<![歌传赞称])(颂)(?=布|发)/, '颁'],
  [/(?<=气)(侯)|(侯)(?=选人|审|补)/, '候'],
  [/(?<=大会)(戊)|(戊)(?=立|员)/, '成'],
  [/(白)(?=治区|治州|治县|然资源|主创新)/, '自'],
  [/(贷)(?=币|物运输)/, '货'],
  [/(徽)(?=信(?:公众|小程序|平台)|型企业)/, '微'],
];
/** 2O20年, l5日, 3OO万元: a letter inside a number. */
const LETTER_IN_NUMBER = /(?<![A-Za-z\d.])(?=[\dOoIl]{2,8}[年月日号条万亿元％%])(?=[OoIl]*\d)\d*([OoIl])[\dOoIl]*/;

export function findSuspects(provisions: readonly Provision[]): Problem[] {
  const problems: Problem[] = [];
  for (const { text, lines } of provisions) {
    const found = [readUndecodable(text), ...readTwins(text), readLetter(text)];
    for (const one of found) if (one !== null) problems.push({ stage: 'clean', ...one, line: lines?.[0] ?? null });
    if (problems.length >= MOST_PROBLEMS) break;
  }
  return problems.slice(0, MOST_PROBLEMS);
}

type Found = Pick<Problem, 'code' | 'message'>;

function readUndecodable(text: string): Found | null {
  const match = UNDECODABLE.exec(text);
  if (match === null) return null;
  const message = `有字符没有解出：“${around(text, match.index, match[0].length)}”，请换一种编码重读或核对原件`;
  return { code: 'undecodable', message };
}

/** The patterns with the characters that they look for: most texts have few of them, and are searched for no others. */
const SOUGHT = TWINS.map(([pattern, twin]) => ({
  pattern,
  twin,
  signs: [...pattern.source.matchAll(/\((\p{Script=Han})\)/gu)].map(([, sign = '']) => sign),
}));

function readTwins(text: string): Found[] {
  const found: Found[] = [];
  for (const { pattern, twin, signs } of SOUGHT) {
    const match = signs.some((sign) => text.includes(sign)) ? pattern.exec(text) : null;
    if (match !== null) found.push(slip(text, match.index, match[0], twin));
  }
  return found;
}

function readLetter(text: string): Found | null {
  const match = /[OoIl]/.test(text) ? LETTER_IN_NUMBER.exec(text) : null;
  if (match === null) return null;
  return slip(text, match.index, match[0], match[0].replace(/[Oo]/g, '0').replace(/[Il]/g, '1'));
}

function slip(text: string, at: number, printed: string, twin: string): Found {
  const message = `“${around(text, at, printed.length)}”中的“${printed}”疑为“${twin}”，请核对原件`;
  return { code: 'possible_ocr_slip', message };
}

const around = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - CONTEXT), at + Math.min(length, 20) + CONTEXT);
