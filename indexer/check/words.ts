/** What a draft check says of a citation, in sentences of both languages. */
import type { Language } from '../errors.ts';
import type { Remark, RemarkCode, Severity } from './findings.ts';

type Sentence = (about: string, suggestion: string) => string;

const SENTENCES: Readonly<Record<Language, Readonly<Record<RemarkCode, Sentence>>>> = {
  zh: {
    'not-held': () => '库中未收，无法核对',
    'similar-title': (about) => `库中没有这个题名，近似的有《${about}》`,
    ambiguous: (about) => `有几件文献符合，请确认所指：${about}`,
    'title-differs': (about) => `文号与题名不符：该文号属于《${about}》`,
    'number-differs': (about) => `题名与文号不符：该文件的文号是${about}`,
    repealed: (about) => (about === '' ? '已经废止' : `已于${about}废止`),
    expired: (about) => (about === '' ? '有效期已满' : `自${about}起期满失效`),
    'not-yet': () => '尚未施行',
    'partly-repealed': () => '部分条款已经失效，请核对所引内容',
    amended: () => '已被修改，请核对所引内容',
    'newer-version': (about) => `已有新的版本：${about}`,
    'no-such-clause': (about) => `现行文本中没有${about}`,
    'no-such-own-clause': (about) => `本文没有${about}`,
    misquoted: (about) => `引文与${about}的原文不一致`,
    'clause-moved': (about, now) => `条号在版本之间有变动：旧版的${about}现为${now}，请确认所引的是哪一条`,
  },
  en: {
    'not-held': () => 'Not in the library, cannot be checked',
    'similar-title': (about) => `No such title in the library; 《${about}》 is near`,
    ambiguous: (about) => `Several documents fit, confirm which is meant: ${about}`,
    'title-differs': (about) => `Number and title disagree: the number belongs to 《${about}》`,
    'number-differs': (about) => `Title and number disagree: the number of this text is ${about}`,
    repealed: (about) => (about === '' ? 'Repealed' : `Repealed on ${about}`),
    expired: (about) => (about === '' ? 'Expired' : `Expired on ${about}`),
    'not-yet': () => 'Not yet in force',
    'partly-repealed': () => 'Some clauses no longer hold; check what is cited',
    amended: () => 'Amended since; check what is cited',
    'newer-version': (about) => `There is a newer version: ${about}`,
    'no-such-clause': (about) => `The current text has no ${about}`,
    'no-such-own-clause': (about) => `This text has no ${about}`,
    misquoted: (about) => `The words quoted are not those of ${about}`,
    'clause-moved': (about, now) => `What was ${about} in the version before is ${now} now; check which is meant`,
  },
};

export function sayRemark({ code, about, suggestion }: Remark, language: Language): string {
  return SENTENCES[language][code](sayDay(about ?? '', language), suggestion ?? '');
}

/** 2018-02-08 is 2018年2月8日 in a Chinese sentence; what is no day stays. */
function sayDay(about: string, language: Language): string {
  return language === 'zh'
    ? about.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, (_day, year, month, day) => `${year}年${month}月${day}日`)
    : about;
}

export const SEVERITY_WORDS: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', check: '需核对', ok: '正常', unknown: '未收' },
  en: { error: 'Error', check: 'Check', ok: 'Fine', unknown: 'Not held' },
};
