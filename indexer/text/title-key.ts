/**
 * A title folded for comparison: two printings of one title have the same key. Pure; the catalogue uses it for identity and
 * for resolving citations, citations/ to count a document once.
 */

const STATE_PREFIX = '中华人民共和国';
const DIGIT_OFFSET = 0xfee0;

/** “济南市…计划 (2020—2022 年)” and 《济南市…计划（2020-2022年）》 have one key. The state prefix of laws is kept: see bareTitleKey. */
export function titleKey(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - DIGIT_OFFSET))
    .replace(/[○Ｏ]/g, '〇')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The key without 中华人民共和国, wherever it stands: “《中华人民共和国消防法》” and “消防法” meet in it. */
export function bareTitleKey(title: string): string {
  const key = titleKey(title);
  const bare = key.replaceAll(STATE_PREFIX, '');
  return bare === '' ? key : bare;
}
