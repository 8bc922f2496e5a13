import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchRequest } from '../../indexer/contract.ts';
import { openDictionary } from '../../indexer/dictionary.ts';
import { aLibrary } from '../support/search-library.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-dictionary-'));
});
afterEach(() => {
  openDictionary(folder, aLibrary([]).catalogue, () => undefined).write('');
  rmSync(folder, { recursive: true, force: true });
});

describe('the dictionary of a library', () => {
  it('finds by its synonyms as soon as it is written', async () => {
    const { catalogue, search } = aLibrary([{ body: ['临街单位门前五包责任制'] }]);
    const dictionary = openDictionary(folder, catalogue, () => undefined);
    const ask = async () => (await search.search(SearchRequest.parse({ q: '"无" | 包干制度' }))).total;
    expect(await ask()).toBe(0);
    dictionary.write('门前五包 = 包干制度');
    expect(await ask()).toBe(1);
    expect(readFileSync(join(folder, 'dictionary.txt'), 'utf8')).toBe('门前五包 = 包干制度');
  });

  it('has texts cut anew when its words change, and only then', () => {
    const { catalogue } = aLibrary([{ body: ['甲'] }]);
    let changes = 0;
    const open = () => openDictionary(folder, catalogue, () => (changes += 1));
    open();
    expect(changes).toBe(0);
    writeFileSync(join(folder, 'dictionary.txt'), '鹊华秋色 # 手工加入\n');
    const dictionary = open();
    expect(changes).toBe(1);
    open();
    dictionary.write('鹊华秋色\n# 只加了说明');
    expect(changes).toBe(1);
    expect(catalogue.outbox(10)).not.toEqual([]);
  });

  it('keeps the text as written and tells what it passed over', () => {
    const dictionary = openDictionary(folder, aLibrary([]).catalogue, () => undefined);
    dictionary.write('好词语\n坏 词');
    expect(dictionary.read()).toMatchObject({ text: '好词语\n坏 词', words: ['好词语'], problems: [{ line: 2 }] });
  });
});
