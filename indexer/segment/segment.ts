/**
 * Cuts Chinese text into words: nodejieba with our own dictionary, or, where its native module cannot be loaded, the
 * platform's segmenter. The only file that names nodejieba. Words rank and suggest; what matches never depends on them.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { OWN_WORDS } from './dictionary.ts';
import { MINED_WORDS } from './mined-words.ts';

interface Segmenter {
  /** Words and, for long ones, the words inside them. */
  readonly forSearch: (text: string) => string[];
  /** Words that joined are the text. */
  readonly exact: (text: string) => string[];
  readonly kind: 'dictionary' | 'basic';
}

/** The words of the library that is open; a process has one. */
let userWords: readonly string[] = [];

/** Takes words of the library into the dictionary; texts are cut by them from the next one on. */
export function setUserWords(words: readonly string[]): void {
  if (words.join(' ') === userWords.join(' ')) return;
  userWords = words;
  // nodejieba can add words but forget none: it is loaded anew at the next text.
  segmenter = null;
}

type Jieba = typeof import('nodejieba');

let segmenter: Segmenter | null = null;

/** Loads the dictionaries now (about a second) instead of at the first word; `folder` names another place for them. */
export function loadDictionary(folder?: string): void {
  segmenter = loadJieba(folder) ?? basicSegmenter();
}

/** `basic` when the native module is missing: search works, ranking and suggestions are coarser. */
export function segmentation(): 'dictionary' | 'basic' {
  return current().kind;
}

/** `安全生产监督管理` gives 安全 生产 安全生产 监督 管理 …: what is indexed and ranked by. Signs and blanks are left out. */
export function segmentForSearch(text: string): string[] {
  return byRuns(text, current().forSearch);
}

/** `业主同意比例` gives 业主 同意 比例; joined, the words are the text without signs and blanks. */
export function segmentExact(text: string): string[] {
  return byRuns(text, current().exact);
}

/** Latin words and numbers stay whole: our own words make jieba cut BIM into letters. */
function byRuns(text: string, cut: (text: string) => string[]): string[] {
  return text
    .split(/([A-Za-z]+|\d+)/)
    .flatMap((run, i) => (i % 2 === 1 ? [run] : run === '' ? [] : cut(run).filter(isWord)));
}

const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

function current(): Segmenter {
  if (segmenter === null) loadDictionary();
  return segmenter ?? basicSegmenter();
}

function loadJieba(folder?: string): Segmenter | null {
  try {
    const require = createRequire(import.meta.url);
    const jieba = require('nodejieba') as Jieba;
    const place = folder ?? dictionaryFolder(require);
    // cppjieba ends the whole process when a dictionary is missing, without an exception to catch.
    if (!existsSync(join(place, 'jieba.dict.utf8'))) return null;
    const own = writeDictionaries(place);
    jieba.load({
      dict: join(own, 'general.utf8'),
      hmmDict: join(place, 'hmm_model.utf8'),
      userDict: join(own, 'own.utf8'),
      idfDict: join(own, 'idf.utf8'),
      stopWordDict: join(own, 'stop.utf8'),
    });
    rmSync(own, { recursive: true, force: true });
    return { forSearch: (text) => jieba.cutForSearch(text), exact: (text) => jieba.cut(text), kind: 'dictionary' };
  } catch {
    // No native module for this machine: the platform's segmenter answers, and status and doctor say so.
    return null;
  }
}

/** Weight enough for our words to win over being cut in two; nodejieba takes weights only from a file. */
const OWN_WEIGHT = 100_000;
/**
 * The general dictionary has hardly seen 200,000 of its 349,000 words: they are counted three times or less. They cost 150 MB
 * and two thirds of the time to load, and everyday questions are answered no worse without them: the terms of official
 * language among them are long ones, which are found by their parts as well.
 */
const HARDLY_SEEN = /^[^ \n]+ [0-3] [^\n]*\n/gm;

/** The dictionaries as they are loaded, in a folder of their own. */
function writeDictionaries(place: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-words-'));
  const write = (name: string, lines: readonly string[]): void => writeFileSync(join(folder, name), lines.join('\n'));
  write(
    'own.utf8',
    [...OWN_WORDS, ...MINED_WORDS, ...userWords].map((word) => `${word} ${OWN_WEIGHT} n`),
  );
  // Bytes as characters: nothing in the pattern is more than ASCII, and it is twice as fast.
  const general = readFileSync(join(place, 'jieba.dict.utf8'), 'latin1').replace(HARDLY_SEEN, '');
  writeFileSync(join(folder, 'general.utf8'), general, 'latin1');
  // For finding keywords, which nobody asks nodejieba for; it insists on one line.
  write('idf.utf8', ['的 1.0']);
  write('stop.utf8', ['的']);
  return folder;
}

/** The dictionaries are opened by native code, which cannot see into an asar archive. */
function dictionaryFolder(require: NodeJS.Require): string {
  const folder = join(dirname(require.resolve('nodejieba/package.json')), 'submodules/cppjieba/dict');
  return folder.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
}

function basicSegmenter(): Segmenter {
  const platform = new Intl.Segmenter('zh', { granularity: 'word' });
  // Line by line: the platform's segmenter runs out of memory on long texts.
  const cut = (text: string): string[] =>
    text.split(/(?<=\n)/).flatMap((line) => Array.from(platform.segment(line), ({ segment }) => segment));
  return { forSearch: cut, exact: cut, kind: 'basic' };
}
