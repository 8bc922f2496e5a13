/** 统一登记号 of a normative document. */
import type { SplitDocument } from '../split/split-document.ts';

const REGISTRATION = /([A-Z]{2,8}\d{0,2})-?((?:19|20)\d{2})-?(\d{1,8})/;

/** “JNCR － 2021 － 0010007” gives JNCR-2021-0010007. Null when none stands above the title. */
export function readRegistration(document: SplitDocument): string | null {
  const line = (document.registrationLine ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[—–―－]/g, '-');
  const match = REGISTRATION.exec(line);
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}
