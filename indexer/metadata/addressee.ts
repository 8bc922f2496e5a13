/** 主送机关: whom a document is addressed to. */
import type { SplitDocument } from '../split/split-document.ts';
import { cleanTitle } from './title.ts';

/** 市园林和林业绿化局：你局《…请示》收悉: a reply may run on in the addressee's line. */
const RUN_ON = /^([^，。；：《》（）]{3,40})：(?=你|贵|来)/;

/** 各区县人民政府，市政府各部门（单位）： without its colon. Null when the document addresses nobody. */
export function readAddressee(document: SplitDocument): string | null {
  const text = cleanTitle(document.addressee?.text ?? '').replace(/[：:].*$/s, '');
  if (text !== '') return text;
  const first = document.carrier[0] ?? document.content[0];
  return RUN_ON.exec(first?.text ?? '')?.[1] ?? null;
}
