import { expect, it } from 'vitest';
import { parseText } from '../../../indexer/pipeline.ts';
import type { SourceLine } from '../../../indexer/read/read-text.ts';

const FIRST = [
  '海州市人民政府办公室关于加强燃气安全的通知',
  '海政办发〔2021〕7号',
  '各区人民政府：',
  '燃气经营企业应当每年检查一次，并报告结果。',
  '海州市人民政府办公室',
  '2021年3月2日',
];
const SECOND = FIRST.map((text) => text.replace('燃气', '供水').replace('7号', '8号'));

/** `notes` by the index of the line that bears their mark. */
function linesOf(texts: readonly string[], notes: Readonly<Record<number, readonly string[]>>): SourceLine[] {
  const lines: SourceLine[] = [];
  texts.forEach((text, index) => {
    const mark = lines.length + 1;
    lines.push({ text, line: mark, page: 1 });
    for (const note of notes[index] ?? []) lines.push({ text: note, line: lines.length + 1, page: 1, note: mark });
  });
  return lines;
}

it('stand at the end of the document that bears their marks, in no clause', () => {
  const notes = {
    0: ['　　*本通知有删减。'],
    3: ['　　注1：企业名录', '见附表。', '　　注2：每年六月前。'],
    9: ['　　注1：水厂。'],
  };
  const lines = linesOf([...FIRST, ...SECOND], notes);
  const { documents } = parseText({
    mediaType: '',
    encoding: null,
    lines,
    characters: 0,
    pages: [],
    metadata: null,
    problems: [],
  });
  expect(documents.map(({ title }) => title)).toEqual([FIRST[0], SECOND[0]]);
  expect(
    documents.map(({ provisions }) => provisions.slice(1).map(({ text, path, parent }) => [text, path, parent])),
  ).toEqual([
    [
      ['*本通知有删减。', '', null],
      ['注1：企业名录见附表。', '', null],
      ['注2：每年六月前。', '', null],
    ],
    [['注1：水厂。', '', null]],
  ]);
  expect(documents.map(({ writtenOn }) => writtenOn)).toEqual(['2021-03-02', '2021-03-02']);
});
