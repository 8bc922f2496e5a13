/** The built command line, run as a user runs it. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../../indexer/catalogue/store.ts';
import { GAZETTES, temporaryFolder } from '../../support/library.ts';
import { CLI, startTestService } from '../../support/service.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function gongbao(...given: string[]): Promise<Ended> {
  const env = { ...process.env, GONGBAO_LANGUAGE: 'en' };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...given], { env, maxBuffer: 1 << 28 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    );
  });
}

const GAZETTE = join(GAZETTES, '002_8bb94a9499e35f44.txt');
const folder = temporaryFolder('cli');
const library = join(folder.path, 'library');
afterAll(() => folder.remove());

it('ends quietly when its reader has seen enough', async () => {
  const child = spawn(process.execPath, [CLI, 'parse', GAZETTE, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  expect([code, complaint]).toEqual([0, '']);
});

describe('gongbao backup', () => {
  it('makes one file of a library, and restore a library of it', async () => {
    const original = join(folder.path, 'to-back-up');
    const file = join(folder.path, 'library.backup');
    const restored = join(folder.path, 'restored');
    mkdirSync(original);
    openCatalogue(join(original, 'catalogue.sqlite')).close();
    const { code, out } = await gongbao('backup', file, '--library', original, '--json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { file, originals: 0 }]);
    expect((await gongbao('restore', file, '--library', restored)).code).toBe(0);
    expect(readdirSync(restored)).toContain('catalogue.sqlite');
    const again = await gongbao('restore', file, '--library', restored);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('[library_exists]')]);
  });
});

describe('gongbao parse', () => {
  it('prints one JSON value for a file, in the form that other programs read', async () => {
    const { code, out } = await gongbao('parse', GAZETTE, '--json');
    expect(code).toBe(0);
    const parsed = JSON.parse(out);
    expect(parsed.issue).toEqual({
      publication: '济南市人民政府公报',
      year: 2020,
      number: 18,
      totalNumber: 328,
      publishedOn: '2020-09-20',
    });
    expect(parsed.documents).toHaveLength(8);
    const lift = parsed.documents[2];
    expect(lift).toMatchObject({
      number: '济政办发〔2020〕25号',
      type: '通知',
      effectiveOn: '2020-09-06',
      expiresOn: '2025-09-05',
    });
    expect(lift.evidence.expiresOn).toBe('有效期5年');
    expect(lift.outline.map(({ text }: { text: string }) => text).join('\n')).toBe(lift.body);
    expect(lift.topics[0]).toBe('城乡建设、环境保护');
  });

  it('shows one stage', async () => {
    const { out } = await gongbao('parse', GAZETTE, '--stage', 'clean');
    const { changes } = JSON.parse(out);
    expect(changes.map(({ reason }: { reason: string }) => reason)).toContain('doubled');
  });

  it('names a missing and an empty file in one line each and exits with 1', async () => {
    const empty = join(folder.path, 'empty.txt');
    writeFileSync(empty, '');
    const { code, err } = await gongbao('parse', empty, join(folder.path, 'gone.txt'));
    expect(code).toBe(1);
    const lines = err.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('[file_empty]');
    expect(lines[1]).toContain('[path_missing]');
  });
});

describe('usage', () => {
  it.each([
    [['no-such-command']],
    [['parse']],
    [['search', 'x', '--limit', 'many']],
    [['parse', GAZETTE, '--stage', 'none']],
  ])('exits with 2 for %j', async (given) => {
    const { code, err } = await gongbao(...given);
    expect(code).toBe(2);
    expect(err).not.toContain('    at ');
  });
});

describe('a library without a service, then with one', () => {
  it('imports and finds', async () => {
    const imported = await gongbao('import', GAZETTES, '--library', library, '--json');
    expect(imported.code).toBe(0);
    const { run } = JSON.parse(imported.out);
    expect(run).toMatchObject({ state: 'done', filesTotal: 5, newDocuments: 34, mergedDocuments: 1, indexPending: 0 });
    const again = await gongbao('import', GAZETTES, '--library', library);
    expect(again.out).toContain('5 files: Already there 5.');
    const found = JSON.parse((await gongbao('search', '增设电梯', '--library', library, '--json')).out);
    expect(found.hits[0].number).toBe('济政办发〔2020〕25号');
  }, 120_000);

  it('is cancelled by Ctrl-C, keeps what it has, and says so', async () => {
    const input = join(folder.path, 'many');
    mkdirSync(input);
    for (let i = 0; i < 400; i += 1)
      writeFileSync(join(input, `${i}.txt`), `海州市人民政府关于第${i}号堤防的通知\n一、第${i}号堤防由所在区管护。\n`);
    const own = join(folder.path, 'cancelled');
    const child = spawn(process.execPath, [CLI, 'import', input, '--library', own], {
      env: { ...process.env, GONGBAO_LANGUAGE: 'zh' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      said.out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      said.err += String(chunk);
    });
    const kept = (): string[] => (existsSync(join(own, 'originals')) ? readdirSync(join(own, 'originals')) : []);
    await expect.poll(() => kept().length, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(said.err).toContain('正在取消');
    expect(said.out).toMatch(/^400 个文件：.*已取消 \d+。新增 \d+ 件文件。/);
  }, 120_000);

  it('asks the running service, with the same answers', async () => {
    const service = await startTestService({ library });
    try {
      const status = JSON.parse((await gongbao('status', '--library', library, '--json')).out);
      expect(status).toMatchObject({ running: true, library: { documents: 34 } });
      const found = JSON.parse((await gongbao('search', '增设电梯', '--library', library, '--json')).out);
      expect(found.hits[0].number).toBe('济政办发〔2020〕25号');
      const reindexed = await gongbao('reindex', '--library', library);
      expect(reindexed.out).toContain('34 documents');
      const { out } = await gongbao('link', '--library', library);
      expect(out.trim()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signin\?code=/);
    } finally {
      await service.stop();
    }
  }, 120_000);

  it('doctor says which engine there is', async () => {
    const { out } = await gongbao('doctor', '--library', library, '--json');
    const [engine] = JSON.parse(out);
    expect(engine).toMatchObject({ ok: true });
    expect(engine.found).toMatch(/^1\.21\.0 · npm/);
    const lost = await new Promise<Ended>((resolve) =>
      execFile(
        process.execPath,
        [CLI, 'doctor', '--library', library],
        { env: { ...process.env, GONGBAO_LANGUAGE: 'en', GONGBAO_MEILISEARCH: '/nowhere' } },
        (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      ),
    );
    expect(lost.code).toBe(1);
    expect(lost.out).toContain('GONGBAO_MEILISEARCH');
  });
});

describe('gongbao compare', () => {
  it('compares two files without any library and says what changed', async () => {
    const [left, right, html] = ['old.txt', 'new.txt', 'out.html'].map((name) => join(folder.path, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(left, '某市停车办法\n第一条 为了规范停车秩序，制定本办法。\n第二条 本办法有效期三年。');
    writeFileSync(right, '某市停车办法\n第一条 为了规范停车秩序，制定本办法。\n第二条 本办法有效期五年。');
    const { code, out } = await gongbao('compare', left, right, '--html', html);
    expect(code).toBe(0);
    expect(out).toContain('有效期[-三-]{+五+}年');
    expect(readFileSync(html, 'utf8')).toContain('<del>三</del>');
    const { out: json } = await gongbao('compare', left, left, '--json');
    expect(JSON.parse(json).summary.changed).toBe(0);
  });
});
