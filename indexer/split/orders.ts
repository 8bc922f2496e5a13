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

const strip = (line: string): string => line.replace(/\s/g, '');

function printOrder(order: string, year: string | undefined, serial: string): string {
  return `${order}${year === undefined ? '' : `${year}年`}第${readNumeral(serial) ?? serial}号`;
}
