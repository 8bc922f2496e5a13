/** Remarks for the user on how a query was read and what was found: a code and a sentence each. */
import type { ParsedQuery } from '../query/tree.ts';
import type { Plan } from './plan.ts';

const NOTES: Readonly<Record<string, string>> = {
  'lone-quote': '引号没有成对，已按普通词语检索。',
  'lone-bracket': '括号没有成对，已忽略。',
  'too-long': '查询过长，只用了前面的部分。',
  'engine-down': '检索引擎未就绪，结果完整，排序可能略有差异。',
  words: '没有文件连续写有全部词语，已拆分为单个词语检索。',
  telling: '没有文件包含全部词语，以下按相关程度列出最接近的结果。',
  'near-title': '没有完全相同的标题，已列出最相近的标题。',
  filtered: '所选条件排除了全部结果，可去掉部分条件。',
};

/** More would be read by nobody. */
const MOST_MEANINGS = 6;

export function notesOf(
  query: ParsedQuery,
  plan: Plan,
  engineReady: boolean,
  total: number,
): { code: string; text: string }[] {
  const codes: string[] = [...query.notes];
  if (plan.nearlyTitled.size > 0) codes.push('near-title');
  else if (plan.relaxed !== 'no' && plan.titled.size === 0 && plan.documents.includes(1)) codes.push(plan.relaxed);
  const meanings = plan.meanings.slice(0, MOST_MEANINGS).map(({ said, written }) => `${said}＝${written.join('、')}`);
  if (total === 0 && plan.documents.includes(1)) codes.push('filtered');
  if (!engineReady) codes.push('engine-down');
  const aside = meanings.length === 0 ? '' : `日常说法同时按法律用语检索：${meanings.join('；')}。`;
  return codes.map((code) => ({
    code: code === 'words' || code === 'telling' ? 'relaxed' : code,
    text: `${NOTES[code] ?? code}${code === 'telling' ? aside : ''}`,
  }));
}
