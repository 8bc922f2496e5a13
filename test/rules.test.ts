/** The rules that keep the parts apart, and the tree as it was agreed. A rule that stands in the way is changed here, with its reason. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../indexer/settings.ts';
import { findCycles, type Import, readImports } from './support/import-graph.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** Kept by git, or about to be: what it ignores is nobody's concern. */
const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '');
const SOURCES = FILES.filter((path) => /^(main|indexer|renderer)\/.*\.tsx?$/.test(path));
const IMPORTS = readImports(ROOT, SOURCES);

const STAGES = ['clean', 'split', 'metadata', 'outline', 'citations', 'topics'];
const COMMON = /^indexer\/(model|errors)\.ts$|^indexer\/text\//;

const stageOf = (path: string): string | undefined => STAGES.find((stage) => path.startsWith(`indexer/${stage}/`));
const folderOf = (path: string, depth: number): string => path.split('/').slice(0, depth).join('/');
const show = ({ from, to }: Import): string => `${from} → ${to}`;
const among = (wrong: (each: Import) => boolean): string[] => IMPORTS.filter(wrong).map(show);

describe('who imports whom', () => {
  it('a stage takes nothing but the vocabulary, text/ and the types of what comes before it', () => {
    const wrong = among(({ from, to, typeOnly }) => {
      const stage = stageOf(from);
      if (stage === undefined || to.startsWith(`indexer/${stage}/`) || COMMON.test(to)) return false;
      return !(typeOnly && (stageOf(to) !== undefined || to.startsWith('indexer/read/')));
    });
    expect(wrong).toEqual([]);
  });

  it('only pipeline.ts joins stages', () => {
    const taken = new Map<string, Set<string>>();
    for (const { from, to, typeOnly } of IMPORTS) {
      const stage = stageOf(to);
      if (stage === undefined || typeOnly || stageOf(from) !== undefined) continue;
      taken.set(from, (taken.get(from) ?? new Set()).add(stage));
    }
    const joiners = [...taken].filter(([, stages]) => stages.size > 1).map(([from]) => from);
    expect(joiners).toEqual(['indexer/pipeline.ts']);
  });

  it('model, errors and text/ take nothing of ours but each other, and nothing of the machine', () => {
    const wrong = among(
      ({ from, to }) => COMMON.test(from) && !COMMON.test(to) && /^(node:|main\/|indexer\/|renderer\/)/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  it('catalogue, segment and query do not know each other', () => {
    const parts = ['indexer/catalogue', 'indexer/segment', 'indexer/query'];
    const wrong = among(({ from, to }) => {
      const [own, other] = [folderOf(from, 2), folderOf(to, 2)];
      return own !== other && parts.includes(own) && parts.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['nodejieba', 'indexer/segment/'],
    ['libsql', 'indexer/catalogue/'],
    ['meilisearch', 'indexer/engine/meilisearch/'],
    ['fastify', 'indexer/http/'],
    ['commander', 'indexer/cli/'],
    ['diff', 'indexer/compare/'],
    ['docx', 'indexer/export/'],
    ['chokidar', 'indexer/importing/'],
    // Archives that users bring are read there, our own backups written and read here.
    ['tar-stream', ['indexer/importing/', 'indexer/backup/']],
    ['electron', 'main/'],
    ['pdfjs-dist/legacy/build/pdf.mjs', 'indexer/read/pdf/'],
    ['@hyzyla/pdfium', 'indexer/read/pdf/'],
    ['onnxruntime-node', 'indexer/read/ocr/'],
    ['paddleocr', 'indexer/read/ocr/'],
    ['fast-xml-parser', 'indexer/read/xml.ts'],
    ['cheerio', 'indexer/read/html/'],
    ['csv-parse/sync', 'indexer/sidecar/'],
    ['read-excel-file/node', 'indexer/sidecar/'],
  ])('%s is named only in %s', (name, place) => {
    const isThere = (from: string): boolean => [place].flat().some((folder) => from.startsWith(folder));
    expect(among(({ from, to }) => to === name && !isThere(from))).toEqual([]);
  });

  it('piscina is named only where threads are kept: for parsing, for pages, for comparing, for tables', () => {
    const places = /^indexer\/(?:importing|pages|aligning|sidecar)\//;
    expect(among(({ from, to }) => to === 'piscina' && !places.test(from))).toEqual([]);
  });

  it('comparing and checking are pure: they are handed words cut and documents looked up', () => {
    const pure = /^indexer\/(compare|check)\//;
    const allowed = /^indexer\/(compare|check|citations)\//;
    const wrong = among(
      ({ from, to, typeOnly }) =>
        pure.test(from) &&
        !(allowed.test(to) || COMMON.test(to) || (typeOnly && to === 'indexer/contract.ts')) &&
        /^(node:|main\/|indexer\/|renderer\/)/.test(to),
    );
    expect(wrong).toEqual([]);
  });

  it('main/ takes from indexer/ only types, and the few values that both sides must agree on', () => {
    const shared = ['errors.ts', 'http/page-policy.ts', 'paths.ts', 'settings.ts'].map((path) => `indexer/${path}`);
    const wrong = among(
      ({ from, to, typeOnly }) =>
        from.startsWith('main/') && to.startsWith('indexer/') && !typeOnly && !shared.includes(to),
    );
    expect(wrong).toEqual([]);
  });

  it('indexer/ knows neither main/ nor renderer/', () => {
    expect(among(({ from, to }) => from.startsWith('indexer/') && /^(main|renderer)\//.test(to))).toEqual([]);
  });

  it('renderer/ takes the contract and the bridge, as types, and nothing of Node', () => {
    const outside = among(
      ({ from, to, typeOnly }) =>
        /^renderer\/(?!vite\.config)/.test(from) &&
        (to.startsWith('node:') ||
          (/^(indexer|main)\//.test(to) && !(typeOnly && ['indexer/contract.ts', 'main/bridge.ts'].includes(to)))),
    );
    expect(outside).toEqual([]);
  });

  it('features do not know each other, and ui/ knows none', () => {
    const wrong = among(({ from, to }) => {
      if (!to.startsWith('renderer/features/')) return false;
      const isFeature = from.startsWith('renderer/features/') && folderOf(from, 3) !== folderOf(to, 3);
      return isFeature || from.startsWith('renderer/ui/');
    });
    expect(wrong).toEqual([]);
  });

  it('has no cycles', () => {
    expect(findCycles(IMPORTS)).toEqual([]);
  });

  it('finds every import that is written', () => {
    const known = new Set(FILES);
    const lost = among(({ to }) => /^(main|indexer|renderer|test)\//.test(to) && /\.tsx?$/.test(to) && !known.has(to));
    expect(lost).toEqual([]);
  });
});

describe('the tree', () => {
  it('has at its top what was agreed', () => {
    const top = new Set(FILES.filter((path) => !path.startsWith('.')).map((path) => folderOf(path, 1)));
    const agreed = ['main', 'renderer', 'indexer', 'test', 'electron-builder.yml', 'package.json'];
    const files = ['package-lock.json', 'tsconfig.json', 'README.md', 'README.zh-CN.md', 'LICENSE'];
    expect([...top].sort()).toEqual([...agreed, ...files].sort());
  });

  it('has no file that only passes on what others export', () => {
    expect(SOURCES.filter((path) => /\/index\.tsx?$/.test(path))).toEqual([]);
  });

  it('says in the first line of each source what it is for', () => {
    const silent = SOURCES.filter((path) => !/^(#!.*\n)?(\/\*\*|\/\/)/.test(readFileSync(join(ROOT, path), 'utf8')));
    expect(silent).toEqual([]);
  });

  it('names no machine, registry or private folder', () => {
    // Pieced together, so that this file does not find itself.
    const words = [['', 'work', ''].join('/'), ['', 'root', ''].join('/'), ['registry', 'npmjs'].join('.')];
    const texts = FILES.filter((path) => /\.(tsx?|mjs|cjs|json|yml|md|html|css|sh)$|^\.ci\//.test(path));
    const wrong = texts
      .filter((path) => path !== 'package-lock.json')
      .filter((path) => words.some((word) => readFileSync(join(ROOT, path), 'utf8').includes(word)));
    expect(wrong).toEqual([]);
  });
});

describe('README.md', () => {
  it.each(Object.keys(SETTINGS))('explains %s', (name) => {
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(name);
  });
});
