/** 发文字号 of a document, and the number of an order (令) whose masthead carries the issuer. */
import type { SplitDocument } from '../split/split-document.ts';
import { findDocumentNumbers, readNumberLine } from '../text/document-number.ts';
import { readNumeral } from '../text/numerals.ts';

/** 第711号, 第 三 号; under a masthead 中华人民共和国国务院令 */
const ORDER_LINE = /^（?第\s*([\d零〇○一二三四五六七八九十百]+)\s*号）?$/;
/** （2020年第3号） under …公告 */
const YEAR_ORDER_LINE = /^（?((?:19|20)\d{2})年第?\s*(\d{1,4})\s*号）?$/;
/** 财政部 税务总局公告2022年第13号: several bodies before one number */
const JOINT_LINE =
  /^\p{Script=Han}{2,20}(?:[\s、]+\p{Script=Han}{2,20})+(?:令|公告|通告)\s*(?:（?(?:19|20)\d{2}年\s*)?第\s*\d{1,4}\s*号）?$/u;
/** 东湾市人民代表大会常务委员会公告（五届）第32号: people’s congresses count within their term */
const TERM_LINE = /(?:令|公告)（[^（）]{1,12}届[^（）]{0,8}）第\d{1,4}号$/;
/** 中国人民银行国家外汇管理局公告2020年第2号, as the splitter puts it together: however many bodies, the line is the number. */
const ORDER_WHOLE =
  /^(?!.*的)\p{Script=Han}{3,60}(?:令|公告|通告)(?:(?:(?:19|20)\d{2}年)?第|〔(?:19|20)\d{2}〕)\d{1,5}号$/u;
/** 某某县人民政府常务会议纪要〔2021〕5号; 某某县人民政府办公室督查通报第3期 */
const SERIES_LINE = /^\p{Script=Han}{4,60}(?:纪要|通报|简报|专报)(?:〔\d{4}〕\d+号|(?:\d{4}年)?第\d+期)$/u;
const ORDER_HEAD = /(?:令|公告|通告)$/;

/** 济政办发〔2020〕25号; 济南市人民政府令第271号. Null when the document prints none. */
export function readNumber(document: SplitDocument): string | null {
  const line = document.numberLine?.text ?? null;
  return (line === null ? null : numberOfLine(line, document)) ?? document.contents?.number ?? null;
}

function numberOfLine(line: string, document: SplitDocument): string | null {
  if (TERM_LINE.test(line) || ORDER_WHOLE.test(line) || SERIES_LINE.test(line)) return line;
  const joint = JOINT_LINE.exec(line);
  if (joint !== null) return joint[0].replace(/\s/g, '');
  const whole = readNumberLine(line) ?? findDocumentNumbers(line)[0]?.number;
  if (whole !== undefined && whole !== null) return whole;
  const heads = [document.masthead ?? '', document.titleLines[0]?.text ?? ''].map((head) => head.replace(/\s/g, ''));
  const head = heads.find((text) => ORDER_HEAD.test(text));
  if (head === undefined) return null;
  const ofYear = YEAR_ORDER_LINE.exec(line);
  if (ofYear !== null) return `${head}${ofYear[1]}年第${Number(ofYear[2])}号`;
  const serial = readNumeral((ORDER_LINE.exec(line)?.[1] ?? '').trim());
  return serial === null ? null : `${head}第${serial}号`;
}
