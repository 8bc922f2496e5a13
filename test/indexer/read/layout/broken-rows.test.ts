import { expect, it } from 'vitest';
import { joinBrokenRow } from '../../../../indexer/read/layout/broken-rows.ts';

it.each([
  [
    'the rest of a cell',
    '2\t完善地下管线综合规划编制体系，统筹各类管\t市水务局',
    '\t线空间布局。\t',
    '2\t完善地下管线综合规划编制体系，统筹各类管线空间布局。\t市水务局',
  ],
  [
    'the rest of two cells',
    '2\t完善地下管线综合规划编制体系，统筹各类管\t市水务局、市自',
    '\t线空间布局\t然资源局',
    '2\t完善地下管线综合规划编制体系，统筹各类管线空间布局\t市水务局、市自然资源局',
  ],
  ['a row of its own', '2\t完善地下管线综合规划编制体系\t市水务局', '3\t改造管网\t市水务局', null],
  ['a row under a cell of several rows', '一、规划\t4\t完善地下管线综合规划编制体系', '\t5\t改造管网', null],
  ['a row below cells at their end', '规划\t完善地下管线综合规划编制体系。\t市水务局', '\t改造管网。\t市水务局', null],
  ['a row below short cells', '规划\t编制\t市水务局', '\t改造\t市水务局', null],
  ['a row of another table', '2\t完善地下管线综合规划编制体系，统筹各类管', '\t线空间布局\t', null],
])('%s', (_, above, below, joined) => {
  expect(joinBrokenRow(above, below)).toBe(joined);
});
