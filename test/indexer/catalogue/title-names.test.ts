import { describe, expect, it } from 'vitest';
import { fullKey, lineKeyOf, namesOf, shortKeysOf } from '../../../indexer/catalogue/title-names.ts';

describe('namesOf', () => {
  it.each([
    ['中华人民共和国民法典总则编', [], [['民法典', 'part']]],
    ['国务院办公厅关于加强管理的通知', ['国务院办公厅'], [['关于加强管理的通知', 'issuer']]],
    ['关于加强管理的通知', ['某某局'], [['某某局关于加强管理的通知', 'issuer']]],
    [
      '某某市停车管理办法（试行）',
      ['某某市人民政府'],
      [
        ['某某市停车管理办法', 'suffix'],
        ['停车管理办法试行', 'region'],
        ['停车管理办法', 'region'],
      ],
    ],
    [
      '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释',
      ['最高人民法院'],
      [
        ['关于适用民事诉讼法的解释', 'issuer'],
        ['民事诉讼法解释', 'interpretation'],
      ],
    ],
    ['消防法', [], []],
    ['', [], []],
  ])('%s', (title, issuers, expected) => {
    expect(namesOf(title, issuers).map(({ key, kind }) => [key, kind])).toEqual(expected);
  });
});

describe('lineKeyOf', () => {
  it.each([
    ['某某市人民政府关于印发某某市停车办法（试行）的通知', '某某市停车办法'],
    ['某某市停车办法', '某某市停车办法'],
    ['某某市人民政府关于任免工作人员的通知', null],
    ['', null],
  ])('%s', (title, expected) => {
    expect(lineKeyOf(title)).toBe(expected);
  });
});

it('knows what lawyers call laws, both ways', () => {
  expect(fullKey('民诉法解释')).toBe('民事诉讼法解释');
  expect(fullKey('消防法')).toBe('消防法');
  expect(shortKeysOf('民事诉讼法解释')).toEqual(['民事诉讼法解释', '民诉法解释']);
});
