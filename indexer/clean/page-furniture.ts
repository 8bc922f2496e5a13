/**
 * What a site prints round a document, in a page that was saved or copied as text: where one is (首页 > 政务公开), the table of
 * facts, 来源 and 浏览次数, the buttons to print and share, the site's imprint. On top and at the end only, and by its form.
 */
import { findPageFacts } from '../text/page-facts.ts';

/** 您当前所在位置：首页 > 政务公开; 首页->信息公开->法规文件 */
const CRUMBS =
  /^(?:您)?(?:当前|现在|目前)?(?:所在)?的?位置(?:是)?[：:]|^您(?:当前|现在|目前)?所在的?位置|^(?:网站|门户)?首\s*页\s*(?:[>»›→]|[-—]+>)|^[^，。；<]{2,30}\s*>+\s*[^，。；<>]{2,30}$|[>»›→]\s*(?:信息浏览|正文|公开信息内容)$/;
const COUNTERS =
  '(?:信息|文章|稿件)?来源|发布(?:时间|日期|人)|更新(?:时间|日期)|归档时间|浏览(?:次数|量)?|阅读(?:次数|量|数)?|访问(?:次数|量)|点击(?:次数|率|数|量)?|字\\s?号|字体(?:大小)?|视力保护色|保护视力色|分享(?:到)?|责任编辑|打印|关闭|人气|收藏';
/** 来源：某某市政府 日期：2017-01-12 浏览次数：590 */
const COUNTER = new RegExp(`^[【[（(]?(?:${COUNTERS})[：:]`);
const BUTTON =
  /^[【[（(]?\s*(?:分享|打印|打印本页|打印文章|打印页面|下载|收藏|朗读|关闭|关闭窗口|关闭本页|返回|返回顶部|返回首页|返回列表|回到顶部|正文|文章正文|无障碍|长者版|长辈版|大\s*中\s*小|字体|保存|视力保护色)\s*[】\]）)]?$|^(?:[【[]\s*[^】\]]{1,8}\s*[】\]]\s*){2,}$/;
/** 2020-11-13 14:42 */
const MOMENT = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}[：:]\d{2}(?:[：:]\d{2})?$/;
const IMPRINT =
  /^扫一扫|手机(?:上)?(?:打开|查看|浏览)当前页|^(?:上|下)一[篇条][：:]?|^相关(?:链接|文章|文档|信息|稿件|阅读|解读|新闻)[：:]?$|版权所有|^下载地址|^最新(?:文档|文章)$|ICP备|公网安备|网站标识码|^(?:网站地图|联系我们|关于我们|法律声明)/;
const TOP = 60;
const BOTTOM = 20;
const LONGEST = 120;

/** Indexes of the lines that are the site’s, not the document’s. */
export function findPageFurniture(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set(findPageFacts(lines)?.lines);
  const text = lines.findIndex((line) => /[。；]\s*$/.test(line));
  const top = Math.min(TOP, text === -1 ? lines.length : text);
  const said = lines.findLastIndex((line) => /[。；]\s*$/.test(line));
  const bottom = Math.max(lines.length - BOTTOM, said + 1);
  lines.forEach((raw, index) => {
    if (index >= top && index < bottom) return;
    const line = raw.trim();
    if (line.length <= LONGEST && isFurniture(line, index < top)) found.add(index);
  });
  return found;
}

function isFurniture(line: string, onTop: boolean): boolean {
  if (COUNTER.test(line) || BUTTON.test(line)) return true;
  return onTop ? CRUMBS.test(line) || MOMENT.test(line) : IMPRINT.test(line);
}
