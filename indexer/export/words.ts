/** The words that an exported comparison or draft check is printed with, in both languages. */
import type { Language } from '../errors.ts';

export const EXPORT_WORDS = {
  zh: {
    comparison: '文本对照',
    earlier: '甲文本',
    later: '乙文本',
    state: '变化',
    changes: { unchanged: '未变', changed: '修改', new: '新增', gone: '删除' },
    moved: '移动',
    renumbered: '条号变化',
    split: '拆分',
    merged: '合并',
    summary: '概况',
    none: '（无）',
    onlyChanges: '仅列有变化的条款',
    noChanges: '两个文本逐条相同，没有变化。',
    printed: (day: string) => `公报检索 ${day} 输出`,
    legend: '删去的文字加删除线，新增的文字加下划线。',
    page: ['第 ', ' 页，共 ', ' 页'],
    joined: '、',
  },
  en: {
    comparison: 'Comparison',
    earlier: 'Text A',
    later: 'Text B',
    state: 'Change',
    changes: { unchanged: 'Unchanged', changed: 'Changed', new: 'New', gone: 'Deleted' },
    moved: 'Moved',
    renumbered: 'Renumbered',
    split: 'Split',
    merged: 'Merged',
    summary: 'Summary',
    none: '(none)',
    onlyChanges: 'Changed clauses only',
    noChanges: 'The two texts agree clause by clause.',
    printed: (day: string) => `Gongbao, ${day}`,
    legend: 'Deleted words are struck out, new words are underlined.',
    page: ['Page ', ' of ', ''],
    joined: ', ',
  },
} as const satisfies Record<Language, unknown>;

export type ExportWords = (typeof EXPORT_WORDS)[Language];
