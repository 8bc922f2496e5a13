import { describe, expect, it } from 'vitest';
import { cleanLines } from '../../../indexer/clean/clean.ts';
import { settleTitle } from '../../../indexer/split/page-title.ts';

const settle = (...texts: readonly string[]): string[] =>
  settleTitle(cleanLines(texts.map((text, index) => ({ text, line: index + 1, page: null }))).lines).map(
    ({ text }) => text,
  );
const TITLE = '东湾市人民政府关于印发《东湾市停车办法》的通知';
const NUMBER = '东政发〔2021〕22号';
const ADDRESSEE = '各区人民政府，市政府各部门：';

describe('the head of a page that was copied', () => {
  it.each([
    ['prints its title again', [TITLE, TITLE], [TITLE]],
    ['prints it again below the number', [TITLE, NUMBER, TITLE], [NUMBER, TITLE]],
    [
      'prints it again in three lines',
      [TITLE, NUMBER, '东湾市人民政府', '关于印发《东湾市停车办法》', '的通知'],
      [NUMBER, '东湾市人民政府', '关于印发《东湾市停车办法》', '的通知'],
    ],
    ['prints it again with the number', [TITLE, TITLE, NUMBER], [TITLE, NUMBER]],
    ['adds when it was amended', [`${TITLE}（2021修订）`, TITLE, NUMBER], [TITLE, NUMBER]],
    ['has the number before it', [`${NUMBER}${TITLE}`], [NUMBER, TITLE]],
    ['has the number behind it', [`${TITLE}（${NUMBER}）`], [TITLE, NUMBER]],
    ['stands in 《》', ['《东湾市人民政府关于印发〈东湾市停车办法〉的通知》', NUMBER], [TITLE, NUMBER]],
    ['prints its number twice', [TITLE, NUMBER, NUMBER], [TITLE, NUMBER]],
    ['has the name of the site above it', ['东湾市人民政府', TITLE, NUMBER], [TITLE, NUMBER]],
  ])('%s', (_, printed, settled) => {
    expect(settle(...printed, ADDRESSEE, '请遵照执行。')).toEqual([...settled, ADDRESSEE, '请遵照执行。']);
  });

  it.each([
    ['joint issuers', ['中共东湾市委员会', '东湾市人民政府', '关于印发《东湾市停车办法》的通知', NUMBER, ADDRESSEE]],
    ['rows of a list', ['下列文件继续有效：', `${NUMBER}${TITLE}`, `东政发〔2021〕23号${TITLE}`, '特此公告。']],
    ['a contents list', ['目录', TITLE, TITLE, ADDRESSEE]],
    [
      'a law with its 题注',
      ['东湾市停车条例实施办法', '（2021年5月1日公布）', '东湾市停车条例实施办法', '第一条为了管理。'],
    ],
    ['a text that is issued', [TITLE, NUMBER, ADDRESSEE, '请执行。', '东湾市停车办法', '第一条为了管理。']],
    ['nothing', []],
  ])('leaves %s', (_, lines) => {
    expect(settle(...lines)).toEqual(lines);
  });
});
