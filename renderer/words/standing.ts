/** What stands above a text that does not simply hold, and below every printed one, in both languages. */

export const standingZh = {
  label: '时效提示',
  expired: (since: string | null) => (since === null ? '本文有效期已满。' : `本文自${since}起期满失效。`),
  repealed: (since: string | null) => (since === null ? '本文已废止。' : `本文自${since}起废止。`),
  amended: (since: string | null) => (since === null ? '本文已被修改。' : `本文自${since}起已被修改，请核对现行规定。`),
  'partly-repealed': '本文部分条款已失效。',
  'not-yet': (since: string | null) => (since === null ? '本文尚未施行。' : `本文尚未施行，自${since}起施行。`),
  newer: '较新的文本：',
  see: '见',
  /** At the foot of a printed text. */
  source: (issue: string) => `来源：${issue}`,
  judged: (status: string, day: string) => `时效：${status}（按${day}、以本资料库所收文件判断）`,
} as const;

export const standingEn = {
  label: 'Validity notice',
  expired: (since: string | null) =>
    since === null ? 'The term of this text has run out.' : `The term of this text ran out on ${since}.`,
  repealed: (since: string | null) =>
    since === null ? 'This text has been repealed.' : `This text was repealed as of ${since}.`,
  amended: (since: string | null) =>
    since === null ? 'This text has been amended.' : `This text was amended as of ${since}: check what applies now.`,
  'partly-repealed': 'Some clauses of this text no longer hold.',
  'not-yet': (since: string | null) =>
    since === null ? 'This text is not in force yet.' : `This text is not in force yet: it takes effect on ${since}.`,
  newer: 'Newer text: ',
  see: 'See ',
  source: (issue: string) => `Source: ${issue}`,
  judged: (status: string, day: string) => `Validity: ${status} (as of ${day}, from the documents in this library)`,
};
