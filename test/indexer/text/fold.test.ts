import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../indexer/text/fold.ts';

describe('foldText', () => {
  it.each([
    ['《山東省ＢＩＭ技術》', '《山东省bim技术》', 'traditional, width and case'],
    ['济政办发[2020]２５号', '济政办发（2020）25号', 'brackets and digits of numbers'],
    ['济政办发〔2020〕25号', '济政办发（2020）25号', 'the printed form'],
    ['二○二○年、二零二〇年', '二〇二〇年、二〇二〇年', 'zeros'],
    ['「數字政府」“数字政府”', '“数字政府““数字政府“', 'quotes of every style'],
    ['Café,是;A:b.', 'cafe，是；a：b．', 'accents and ASCII signs'],
    ['2020—2022 2020-2022', '2020—2022 2020—2022', 'dashes'],
    ['⼈民　政府', '人民 政府', 'radicals of PDF writers and the wide blank'],
    ['𠮷野家', '𠮷野家', 'characters of two units stay'],
    ['', '', 'nothing'],
  ])('%s → %s (%s)', (text, folded) => expect(foldText(text)).toBe(folded));

  it('keeps the length of any text, so that offsets hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => foldText(text).length === text.length),
    );
    const folder = 'test/fixtures/gazettes';
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      expect(foldText(text)).toHaveLength(text.length);
    }
  });

  it('leaves a folded text as it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => foldText(foldText(text)) === foldText(text)));
  });
});
