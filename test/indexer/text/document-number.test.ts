import { describe, expect, it } from 'vitest';
import { findDocumentNumbers, numberParts, readNumberLine } from '../../../indexer/text/document-number.ts';

describe('readNumberLine', () => {
  it.each([
    ['济政办发〔2020〕25号', '济政办发〔2020〕25号'],
    ['济政字 〔2021〕 45 号', '济政字〔2021〕45号'],
    ['江政办函(2022)7号', '江政办函〔2022〕7号'],
    ['（国办发〔2018〕37号）', '国办发〔2018〕37号'],
    ['人社部发【2021】12号', '人社部发〔2021〕12号'],
    ['某政办发〔26〕15号', null],
    ['根据国办发〔2018〕37号文件精神', null],
    ['第37号', null],
    ['（2023）最高法民终12号', null],
  ])('%s gives %s', (line, number) => {
    expect(readNumberLine(line)).toBe(number);
  });
});

describe('findDocumentNumbers', () => {
  it.each([
    ['根据国办发〔2018〕37号和鲁政发〔2017〕5号', ['国办发〔2018〕37号', '鲁政发〔2017〕5号']],
    ['见济政发〔2020〕11号', ['济政发〔2020〕11号']],
    ['中华人民共和国国务院令第711号', ['中华人民共和国国务院令第711号']],
    ['广东省人民政府令第277号公布', ['广东省人民政府令第277号']],
    ['执行GB/T 9704—2012', []],
  ])('%s', (text, numbers) => {
    expect(findDocumentNumbers(text).map(({ number }) => number)).toEqual(numbers);
  });

  it('tells where they stand', () => {
    const text = '按照（济政办发〔2019〕14号）同时废止';
    const [found] = findDocumentNumbers(text);
    expect(text.slice(found?.span.start, found?.span.end)).toBe('济政办发〔2019〕14号');
  });
});

it('takes a canonical number apart', () => {
  expect(numberParts('济政办发〔2020〕25号')).toEqual({ issuerCode: '济政办发', year: 2020, serial: 25 });
  expect(numberParts('国务院令第711号')).toBeNull();
});
