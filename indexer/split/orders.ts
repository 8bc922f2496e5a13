/** The head of an order or announcement: …人民政府令 / 第 301 号; 财政部 税务总局公告 / 2019年第88号; or both in one line. */
import { readNumeral } from '../text/numerals.ts';

/** Bodies that give orders and announcements end so; 关于…的公告 is a title of another kind. */
const ORDER = /^(?!.*关于)[\p{Script=Han}、]{3,40}(?:令|公告|通告)$/u;
/** 公告 stands alone under the name of the body. */
const KIND = /^(?:令|公告|通告)$/;
const BODY = /^[\p{Script=Han}、]{3,40}$/u;
const SERIAL = '第([\\d零〇○一二三四五六七八九十百]{1,6})号';
/** 第721号, （2019年第11号）, 〔2021〕第3号, （五届）第三十二号 */
const ORDER_NUMBER = new RegExp(
  `^(（[^（）]{1,12}届[^（）]{0,8}）)?[（(〔﹝[]?(?:((?:19|20)\\d{2})年?[〕﹞\\]）)]?)?${SERIAL}[）)]?$`,
);
const ORDER_WITH_NUMBER = new RegExp(
  `^((?!.*关于)[\\p{Script=Han}、]{3,40}(?:令|公告|通告))[（(]?(?:((?:19|20)\\d{2})年?)?${SERIAL}[）)]?$`,
  'u',
);

export interface OrderHead {
  /** 江北省人民政府令 */
  readonly order: string;
  /** 江北省人民政府令第301号 */
  readonly number: string;
  /** How many lines it takes, one to three. */
  readonly lines: number;
}

/** The order that these lines begin with, or null: name and number in one, two or three of them. */
export function readOrderHead([line = '', next = '', third = '']: readonly string[]): OrderHead | null {
  if (KIND.test(strip(next)) && BODY.test(strip(line))) {
    const apart = readOrderHead([strip(line) + strip(next), third]);
    return apart && { ...apart, lines: apart.lines + 1 };
  }
  const together = ORDER_WITH_NUMBER.exec(strip(line));
  if (together !== null) {
    const [, order = '', year, serial = ''] = together;
    return { order, number: printOrder(order, year, serial), lines: 1 };
  }
  if (!ORDER.test(strip(line))) return null;
  const number = ORDER_NUMBER.exec(strip(next));
  if (number === null) return null;
  const order = strip(line);
  const [, term = '', year, serial = ''] = number;
  return { order, number: printOrder(order + term, year, serial), lines: 2 };
}

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

function printOrder(order: string, year: string | undefined, serial: string): string {
  return `${order}${year === undefined ? '' : `${year}年`}第${readNumeral(serial) ?? serial}号`;
}
