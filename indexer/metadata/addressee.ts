/** 主送机关: whom a document is addressed to. */
import type { SplitDocument } from '../split/split-document.ts';
import { cleanTitle } from './title.ts';

/** 各区县人民政府，市政府各部门（单位）： without its colon. Null when the document addresses nobody. */
export function readAddressee(document: SplitDocument): string | null {
  const text = cleanTitle(document.addressee?.text ?? '').replace(/[：:].*$/s, '');
  return text === '' ? null : text;
}
