/** The texts that a document issues with itself, and the annexes that it lists. */
import type { SplitDocument } from '../split/split-document.ts';
import { issuedTexts } from '../text/carrier.ts';
import { titleKey } from '../text/title-key.ts';
import { cleanTitle } from './title.ts';

/** 关于公布《公路工程质量检验评定标准》等3项行业标准的公告 */
const ANNOUNCED = /关于(?:公布|发布|颁布)/;
/** At this share of common pairs of characters two titles are two printings of one. */
const ALIKE = 0.6;
/** 关于公布第十三批…名单的通知 issues a list when the list stands behind it under that title. */
const LIST = /关于(?:公布|发布|印发)(.*名单)的(?:通知|公告|决定|通报)$/;

/** 关于印发济南市既有住宅增设电梯办法的通知 gives that 办法, as the text itself is headed. Empty when nothing is issued. */
export function readAttached(document: SplitDocument, title: string): string[] {
  const printed = document.attachedTitles.map(({ text }) => cleanTitle(text));
  const list = LIST.exec(title)?.[1];
  const annexed = list !== undefined && readAttachments(document).some((name) => titleKey(name) === titleKey(list));
  if (list !== undefined && !annexed && printed.some((candidate) => titleKey(candidate) === titleKey(list)))
    return [list];
  const amended = readAmended(document, title);
  if (amended.length > 0) return amended;
  return issuedTexts(title).titles.flatMap((issued) => {
    const heading = closest(printed, issued);
    // 公布 tells of a text that may be had elsewhere; 印发 hands it over, even where the gazette leaves it out.
    if (heading === undefined && ANNOUNCED.test(title)) return [];
    // 关于印发2017年…政府公开工作要点的通知 issues 2017年…政务公开工作要点: the text knows its own name.
    return heading ?? issued;
  });
}

/** 关于修改《X办法》的决定 that prints X办法 again, as amended. Empty when it does not, and for all other documents. */
export function readAmended(document: SplitDocument, title: string): string[] {
  if (!/修[改订正]/.test(title)) return [];
  const named = [...title.matchAll(/《([^《》]+)》/g)].map((match) => titleKey(match[1] ?? ''));
  const own = titleKey(title);
  return document.attachedTitles
    .map(({ text }) => cleanTitle(text))
    .filter((text) => titleKey(text) !== own && named.includes(titleKey(text)));
}

/** 附件：1.济南市生态环境管控单元图 2.… without their numbers. */
export function readAttachments(document: SplitDocument): string[] {
  return document.attachmentsList
    .map(({ text }) =>
      cleanTitle(text.replace(/^附件?[：:]\s*/, '').replace(/^\d{1,2}\s*[.．、]\s*/, '')).replace(/[。.]$/, ''),
    )
    .filter((text) => text !== '');
}

/** Of several rules that are issued together, each is headed by the name that is nearest to its own. */
function closest(printed: readonly string[], issued: string): string | undefined {
  const [best] = printed
    .map((candidate) => ({ candidate, alike: likeness(candidate, issued) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  return best?.candidate;
}

/** Dice’s coefficient over pairs of characters. */
function likeness(a: string, b: string): number {
  const [first, second] = [pairs(titleKey(a)), pairs(titleKey(b))];
  let common = 0;
  for (const pair of first) if (second.has(pair)) common++;
  return first.size + second.size === 0 ? 0 : (2 * common) / (first.size + second.size);
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
  return found;
}
