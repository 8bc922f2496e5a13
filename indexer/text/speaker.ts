/** Who gives a report to a meeting, in the line under its title: 某某省财政厅厅长 何某某. The body is what stands before the post. */
const SPEAKER =
  /^(?<body>\p{Script=Han}{3,30}?)(?:常务)?副?(?:主任委员|主任|厅长|局长|部长|省长|市长|州长|区长|县长|秘书长|书记|院长|检察长|委员|行长|主席)\s?\p{Script=Han}{2,4}$/u;

/** 某某省财政厅; null when the line names no speaker. */
export function readSpeaker(line: string): string | null {
  return SPEAKER.exec(line.trim())?.groups?.body ?? null;
}
