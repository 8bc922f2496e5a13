/** The ways in which people write what a document is called: each gives another writing of the same thing. */
import SIMPLIFIED from 'opencc-js/dict/STCharacters';
import { numberParts } from '../../indexer/text/document-number.ts';

const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  SIMPLIFIED.split('|').map((entry) => entry.split(' ').slice(0, 2) as [string, string]),
);
const DIGITS = '〇一二三四五六七八九';

export const traditional = (text: string): string =>
  [...text].map((character) => TRADITIONAL.get(character) ?? character).join('');

export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const hanDigits = (number: number): string => [...String(number)].map((digit) => DIGITS[Number(digit)]).join('');

/** 济政办发〔2020〕25号 in every form; empty for a number without 〔〕. */
export function writingsOfNumber(number: string): string[] {
  const parts = numberParts(number);
  if (parts === null) return [];
  const { issuerCode: code, year, serial } = parts;
  return [
    number,
    `${code}${year}年${serial}号`,
    `${code}[${year}]${serial}号`,
    `${code}（${year}）${serial}号`,
    `${code}(${year})${serial}`,
    `${code}【${year}】第${serial}号`,
    `${code} ${year} ${serial}`,
    `${code}${year}年第${serial}号`,
    `${code}〔${hanDigits(year)}〕${serial}号`,
    fullWidth(`${code}(${year})${serial}号`),
    traditional(number),
    ` ${[...number].join(' ')} `,
    `${number}文件`,
  ];
}

/** A title as it is pasted, copied out of a page, half remembered, or typed with a slip. */
export function writingsOfTitle(title: string): string[] {
  const half = Math.floor(title.length / 2);
  return [
    title,
    `《${title}》`,
    title.replace(/[“”（）《》—、]/g, ''),
    `${title.slice(0, half)}\n${title.slice(half)}`,
    title.replace(/(.{9})/gu, '$1 '),
    fullWidth(title),
    traditional(title),
    `${title.slice(0, half)}某${title.slice(half + 1)}`,
    `${title.slice(0, -4)}……`,
  ];
}
