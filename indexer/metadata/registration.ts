/** 统一登记号 of a normative document. */
import type { SplitDocument } from '../split/split-document.ts';

/** 渝文审〔2021〕12号: the number of a review of legality */
const REVIEW = /^(\p{Script=Han}{1,10})[〔[(](\d{4})[〕\])](\d{1,5}号)$/u;
const REGISTRATION = /([A-Z]{2,8}\d{0,2})-?((?:19|20)\d{2})-?(\d{1,8})/;

/** “JNCR － 2021 － 0010007” gives JNCR-2021-0010007. Null when none stands above the title. */
export function readRegistration(document: SplitDocument): string | null {
  const line = (document.registrationLine ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[—–―－]/g, '-');
  const match = REGISTRATION.exec(line);
  if (match === null) {
    const review = REVIEW.exec(line);
    return review && `${review[1]}〔${review[2]}〕${review[3]}`;
  }
  return `${match[1]}-${match[2]}-${match[3]}`;
}
