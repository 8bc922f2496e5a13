/**
 * Words that mean the same in official documents, and short names of laws. A query for one finds the others too, which a
 * chip says and quotation marks switch off. Sources: the titles of provincial and municipal rules on the same subject use
 * both words (增设电梯 in Shandong, 加装电梯 in Beijing and Shanghai); short names are those of the National People's Congress.
 */
const GROUPS: readonly string[] = [
  '增设电梯 加装电梯 加建电梯 安装电梯',
  '既有住宅 老旧住宅',
  '行政审批服务 政务服务审批',
  '糖酒会 糖酒商品交易会',
  '建筑信息模型 BIM',
  '农民工 进城务工人员',
  '残疾人 残障人士',
  '工资拖欠 拖欠工资',
  '失信被执行人 老赖',
  '网约车 网络预约出租汽车',
  '共享单车 互联网租赁自行车',
  '公租房 公共租赁住房',
  '廉租房 廉租住房',
  '经适房 经济适用住房',
  '低保 最低生活保障',
  '医保 医疗保险',
  '社保 社会保险',
  '公积金 住房公积金',
  '环评 环境影响评价',
  '政府信息公开 政务信息公开',
  '个保法 个人信息保护法',
  '民诉法 民事诉讼法',
  '刑诉法 刑事诉讼法',
  '行诉法 行政诉讼法',
  '消法 消费者权益保护法',
  '道交法 道路交通安全法',
  '食安法 食品安全法',
  '劳合法 劳动合同法',
  '反法 反不正当竞争法',
  '安法 安全生产法',
  '治安法 治安管理处罚法',
  '最高法 最高人民法院',
  '最高检 最高人民检察院',
  '全国人大 全国人民代表大会',
  '人大常委会 人民代表大会常务委员会',
];

const OWN = byWord(GROUPS.map((group) => group.split(' ')));
let inUse: ReadonlyMap<string, readonly string[]> = OWN;

/** Adds the groups of the library that is open to ours. */
export function setUserSynonyms(groups: readonly (readonly string[])[]): void {
  inUse = groups.length === 0 ? OWN : byWord([...GROUPS.map((group) => group.split(' ')), ...groups]);
}

/** A word that stands in several groups means all that is in them. */
function byWord(groups: readonly (readonly string[])[]): Map<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const group of groups)
    for (const word of group) {
      const others = [...(words.get(word) ?? []), ...group.filter((other) => other !== word)];
      words.set(word, [...new Set(others)]);
    }
  return words;
}

/** 加装电梯 gives 增设电梯 and 加建电梯; nothing for most words. */
export function synonymsOf(word: string): readonly string[] {
  return inUse.get(word) ?? [];
}

/** The longest words of the table that stand in a text: 老旧小区加装电梯比例 gives 加装电梯. */
export function wordsWithSynonyms(text: string): string[] {
  return [...inUse.keys()].filter((word) => word.length > 2 && text.includes(word));
}
