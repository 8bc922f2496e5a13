/** 统一登记号 of a normative document. */
import type { SplitDocument } from '../split/split-document.ts';
import { CODE_BEHIND_NUMBER, readRegistrationLine } from '../text/registration.ts';

/** 渝文审〔2021〕12号: the number of a review of legality */
const REVIEW = /^(\p{Script=Han}{1,10})[〔[(](\d{4})[〕\])](\d{1,5}号)$/u;
/** Without its dashes, or among other words */
const LOOSE = /([A-Z]{2,8}\d{0,2})-?((?:19|20)\d{2})-?(\d{1,8})/;

/** “JNCR － 2021 － 0010007” gives JNCR-2021-0010007. Null when the document prints none above its title or beside its number. */
export function readRegistration(document: SplitDocument): string | null {
  const line = document.registrationLine ?? '';
  const printed = readRegistrationLine(CODE_BEHIND_NUMBER.exec(line)?.[0] ?? line);
  if (printed !== null) return printed;
  const text = line
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[—–―－]/g, '-');
  const match = LOOSE.exec(text);
  if (match !== null) return `${match[1]}-${match[2]}-${match[3]}`;
  const review = REVIEW.exec(text);
  return review && `${review[1]}〔${review[2]}〕${review[3]}`;
}
