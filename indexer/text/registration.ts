/**
 * 统一登记号, 统一编号, 备案登记号 of normative documents (国办发〔2018〕37号): provinces and cities shape them each in their way,
 * so a code is known by its shape, or by the label before it.
 */

/** 登记号：, 规范性文件统一编号：, 备案登记号： */
const LABEL = /^[（(]?(?:[\p{Script=Han}]{0,10}?(?:登记|备案|统一)(?:编)?号|规范性文件编号)[：:]?/u;
/** ABCR-2021-0010007, ZJSP01-2021-0003, ABCD—2021—01-003 */
const CODE = /^[A-Z]{2,8}\d{0,4}-(?:19|20)\d{2}-\d{1,8}(?:-\d{1,4})?$/;
/** GZ0320210023: the year inside */
const RUN = /^[A-Z]{2,4}\d{0,2}20[0-4]\d\d{3,6}$/;
/** 某规备〔2021〕12号, some only behind a label */
const NUMBERED = /^\p{Script=Han}{1,10}〔\d{4}〕\d{1,5}号$/u;
const LABELLED = /^[A-Z\d\p{Script=Han}〔〕-]{4,30}$/u;

/** “统一登记号：JNCR － 2021 － 0010007” gives JNCR-2021-0010007. Null for a line that is anything else. */
export function readRegistrationLine(line: string): string | null {
  if (!/[\d０-９]/.test(line)) return null;
  const text = line
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[—–―－─]+/g, '-')
    .replace(/[[【]/g, '〔')
    .replace(/[\]】]/g, '〕');
  const label = LABEL.exec(text)?.[0] ?? '';
  const code = text.slice(label.length).replace(label.startsWith('(') ? /\)$/ : /$^/, '');
  if (CODE.test(code) || RUN.test(code)) return code;
  if (label === '' || !/\d/.test(code)) return null;
  return NUMBERED.test(code) || LABELLED.test(code) ? code : null;
}

/** Behind a number in one line: 某政办发〔2021〕3号 ABCR-2021-0020003. */
export const CODE_BEHIND_NUMBER = /(?<=号)[（(]?[A-Z]{2,8}\d{0,4}[-—–－]+(?:19|20)\d{2}[-—–－]+\d{1,8}[）)]?$/;
