/**
 * Radicals that the fonts of PDFs give for whole characters: ⺠ for 民, ⼈ for 人. The Kangxi radicals (U+2F00–2FD5) fold by
 * NFKC; those of the supplement (U+2E80–2EF3) do not, so they stand here (Unicode's EquivalentUnifiedIdeograph).
 */

/** Each radical with its character behind it. */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺜日' +
  '⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟' +
  '⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足' +
  '⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣' +
  '⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const CHARACTERS = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, index) => [
    SUPPLEMENT[index * 2] ?? '',
    SUPPLEMENT[index * 2 + 1] ?? '',
  ]),
);

/** `⺠⽣` gives `民生`; as long as the text. */
export function replaceRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (c) => CHARACTERS.get(c) ?? c.normalize('NFKC'));
}
