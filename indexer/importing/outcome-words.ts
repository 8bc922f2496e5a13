/** What becomes of a file, in the words of the import page: for reports and the command line. */
import type { ImportOutcome } from '../contract.ts';
import type { Language } from '../errors.ts';

/** In the order in which they are told. */
export const OUTCOME_WORDS: Readonly<Record<Language, Readonly<Record<ImportOutcome, string>>>> = {
  zh: {
    new: '新导入',
    merged: '并入已有',
    changed: '有变化',
    unchanged: '无变化',
    known: '已在库中',
    queued: '待识别',
    unconverted: '待转换',
    failed: '失败',
    cancelled: '已取消',
    waiting: '等待',
    reading: '正在读取',
  },
  en: {
    new: 'New',
    merged: 'Merged',
    changed: 'Changed',
    unchanged: 'Unchanged',
    known: 'Already there',
    queued: 'To be recognised',
    unconverted: 'To be converted',
    failed: 'Failed',
    cancelled: 'Cancelled',
    waiting: 'Waiting',
    reading: 'Reading',
  },
};
