/** The head of an order or announcement: …人民政府令 / 第 301 号; 财政部 税务总局公告 / 2019年第88号; or both in one line. */
import { readNumeral } from '../text/numerals.ts';
import { ISSUER_LINE } from './patterns.ts';

/** Bodies that give orders and announcements end so; 关于…的公告 is a title of another kind. */
const ORDER = /^(?!.*关于)[\p{Script=Han}、]{3,40}(?:令|公告|通告)$/u;
/** 公告 stands alone under the name of the body. */
const KIND = /^(?:令|公告|通告)$/;
const BODY = /^[\p{Script=Han}、]{3,40}$/u;
/** Of several bodies, a line each, every one must be known as such. */
const MOST_BODIES = 4;
const SERIAL = '第([\\d零〇○一二三四五六七八九十百]{1,6})号';
/** （五届）, 〔十三届〕: people’s congresses count within their term. */
const TERM = '(?:[（〔]([^（）〔〕]{1,12}届[^（）〔〕]{0,8})[）〕])?';
/** 第721号, （2019年第11号）, 〔2021〕第3号, （五届）第三十二号 */
const ORDER_NUMBER = new RegExp(`^${TERM}[（(〔﹝[]?(?:((?:19|20)\\d{2})年?[〕﹞\\]）)]?)?${SERIAL}[）)]?$`);
/** 〔2020〕66号, without 第 */
const BRACKETED_NUMBER = /^〔((?:19|20)\d{2})〕(\d{1,4})号$/;
const ORDER_WITH_NUMBER = new RegExp(
  `^((?!.*关于)[\\p{Script=Han}、]{3,40}(?:令|公告|通告))${TERM}[（(]?(?:((?:19|20)\\d{2})年?)?${SERIAL}[）)]?$`,
  'u',
);

export interface OrderHead {
  /** 江北省人民政府令 */
  readonly order: string;
  /** 江北省人民政府令第301号 */
  readonly number: string;
  /** How many lines it takes. */
  readonly lines: number;
}

/** 海关总署公告2021年第16号（关于明确…有关事项的公告）: number and title in one, over a few lines at the most. */
const TITLED = new RegExp(
  `^((?!.*关于.*第)[\\p{Script=Han}、]{3,40}(?:令|公告|通告))(?:((?:19|20)\\d{2})年)?${SERIAL}（关于.{4,120}）$`,
  'u',
);
/** 国家药监局关于…的通告（2021年第46号） */
const ENDING = new RegExp(
  `^([\\p{Script=Han}、]{2,40}?)关于.{2,200}的(公告|通告)（(?:((?:19|20)\\d{2})年)?${SERIAL}）$`,
  'u',
);
const LINES_OF_A_TITLE = 4;

/** An announcement whose title and number are one, in up to four lines; null for any other head. */
export function readTitledOrder(lines: readonly string[]): OrderHead | null {
  if (!/第.{1,6}号（关于|^[\p{Script=Han}、]{2,40}$|^[\p{Script=Han}、]{2,40}关于/u.test(strip(lines[0] ?? '')))
    return null;
  for (let count = 1; count <= LINES_OF_A_TITLE; count += 1) {
    if (!/）$/.test(lines[count - 1] ?? '')) continue;
    const title = lines.slice(0, count).map(strip).join('');
    const [, order = '', year, serial = ''] = TITLED.exec(title) ?? [];
    if (order !== '') return { order, number: printOrder(order, { term: undefined, year, serial }), lines: count };
    const [, body = '', kind = '', ofYear, ofSeries = ''] = ENDING.exec(title) ?? [];
    const begins =
      /关于/.test(lines[0] ?? '') || (ISSUER_LINE.test(strip(lines[0] ?? '')) && /^关于/.test(strip(lines[1] ?? '')));
    if (body === '' || !begins) continue;
    const issued = body + kind;
    return {
      order: issued,
      number: printOrder(issued, { term: undefined, year: ofYear, serial: ofSeries }),
      lines: count,
    };
  }
  return null;
}

/** How many lines name an order’s bodies, kind and number at the most. */
export const ORDER_LINES = MOST_BODIES + 2;

/** The order that these lines begin with, or null: bodies, kind and number in one line or apart. */
export function readOrderHead(lines: readonly string[]): OrderHead | null {
  const [line = '', next = '', third = ''] = lines.slice(0, 3).map(strip);
  if (KIND.test(next) && BODY.test(line)) return taller(readOrderHead([line + next, third]), 1);
  if (ISSUER_LINE.test(line) && ISSUER_LINE.test(next)) return readJointOrder(lines);
  const together = ORDER_WITH_NUMBER.exec(line);
  if (together !== null) {
    const [, order = '', term, year, serial = ''] = together;
    return { order, number: printOrder(order, { term, year, serial }), lines: 1 };
  }
  if (!ORDER.test(line)) return null;
  const number = ORDER_NUMBER.exec(next);
  const bracketed = BRACKETED_NUMBER.exec(next);
  if (bracketed !== null)
    return { order: line, number: `${line}〔${bracketed[1]}〕${Number(bracketed[2])}号`, lines: 2 };
  if (number === null) return null;
  const [, term, year, serial = ''] = number;
  return { order: line, number: printOrder(line, { term, year, serial }), lines: 2 };
}

/** 中国人民银行 / 国家外汇管理局 / 公告 / 〔2020〕第2号 */
function readJointOrder(lines: readonly string[]): OrderHead | null {
  const kind = lines.slice(0, MOST_BODIES + 1).findIndex((text) => KIND.test(strip(text)));
  const bodies = lines.slice(0, Math.max(kind, 0)).map(strip);
  if (bodies.length < 2 || !bodies.every((body) => ISSUER_LINE.test(body))) return null;
  const head = bodies.join('') + strip(lines[kind] ?? '');
  return taller(readOrderHead([head, lines[kind + 1] ?? '']), bodies.length);
}

const taller = (head: OrderHead | null, by: number): OrderHead | null => head && { ...head, lines: head.lines + by };

/** …督查通报, …常务会议纪要: what is numbered within its own series */
const SERIES = /^(?!.*(?:关于|公报))\p{Script=Han}{0,24}(?:纪要|通报|简报|专报)$/u;
const ISSUE_OF_SERIES =
  /^[（(]?(?:[〔[（(]((?:19|20)\d{2})[〕\]）)]第?(\d{1,4})号|((?:19|20)\d{2}年)?第(\d{1,4})期)[）)]?$/;

/** 某某县人民政府 / 常务会议纪要 / 〔2021〕5号: known by its title and number together. Null for anything else. */
export function readSerialHead([first = '', second = '', third = '']: readonly string[]): {
  readonly number: string;
  readonly lines: number;
} | null {
  const title = strip(first);
  if (title.length < 6 || title.length > 40 || !/^\p{Script=Han}+$/u.test(title)) return null;
  const apart = SERIES.test(strip(second));
  if (!apart && !SERIES.test(title)) return null;
  const serial = ISSUE_OF_SERIES.exec(strip(apart ? third : second));
  if (serial === null) return null;
  const [, year, number, ofYear = '', issue] = serial;
  const printed = number === undefined ? `${ofYear}第${Number(issue)}期` : `〔${year}〕${Number(number)}号`;
  return { number: `${title}${apart ? strip(second) : ''}${printed}`, lines: apart ? 3 : 2 };
}

const strip = (line: string): string => line.replace(/\s/g, '');

interface Numbered {
  readonly term: string | undefined;
  readonly year: string | undefined;
  readonly serial: string;
}

function printOrder(order: string, { term, year, serial }: Numbered): string {
  const inTerm = term === undefined ? '' : `（${term}）`;
  return `${order}${inTerm}${year === undefined ? '' : `${year}年`}第${readNumeral(serial) ?? serial}号`;
}
