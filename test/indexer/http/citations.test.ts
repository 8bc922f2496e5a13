/** Citations, previews, proofs and versions over the real service, from two laws, an order of a city and the gazettes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CitationPreviewResponse,
  CitationsResponse,
  CitedProvisionsResponse,
  LineageResponse,
  NeighbourhoodResponse,
  PreviewView,
  SearchResponse,
  ValidityResponse,
  WantedResponse,
} from '../../../indexer/contract.ts';
import { temporaryFolder } from '../../support/library.ts';
import { startTestService, type TestService } from '../../support/service.ts';

const library = temporaryFolder();
const texts = temporaryFolder('texts');
let service: TestService;
const ids = new Map<string, string>();

const law = (day: string, lines: readonly string[]): string =>
  ['# 中华人民共和国电梯法', '', `${day}　全国人民代表大会常务委员会`, '', '<!-- INFO END -->', '', ...lines].join(
    '\n\n',
  );
const TEXTS: Readonly<Record<string, string>> = {
  '电梯法(2015-03-01).md': law('2015年3月1日', [
    '第一条　为了加强电梯管理，制定本法。',
    '第二条　使用单位应当登记电梯，建立档案，并接受监督检查。',
    '第三条　违反本法第二条规定的，责令改正。',
    '第四条　本法自2015年3月1日起施行。',
  ]),
  '电梯法(2021-05-01).md': law('2021年5月1日', [
    '第一条　为了加强电梯管理，保障公共安全，制定本法。',
    '第二条　住宅电梯的业主应当缴纳维修资金，专款专用。',
    '第三条　使用单位应当登记电梯，建立档案，并接受社会监督。',
    '第四条　违反本法第三条规定的，处一万元以上五万元以下罚款。',
    '第五条　本法自2021年5月1日起施行。',
  ]),
  '办法.txt': [
    '某某市人民政府关于印发某某市电梯管理办法的通知',
    '某某政发〔2018〕9号',
    '各区县人民政府：',
    '现将《某某市电梯管理办法》印发给你们，请认真贯彻执行。',
    '某某市人民政府',
    '2018年6月1日',
    '某某市电梯管理办法',
    '第一条　根据《中华人民共和国电梯法》第二条和《建筑法》，制定本办法。',
    '第二条　电梯使用单位应当按照《电梯维护规范条例》维护。',
    '第三条　本办法自2018年7月1日起施行，有效期5年。',
  ].join('\n\n'),
};

beforeAll(async () => {
  mkdirSync(texts.path, { recursive: true });
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(texts.path, name), text);
  service = await startTestService({ library: library.path });
  await service.importAll([texts.path]);
  const { hits } = await service.get<SearchResponse>('/search?q=');
  for (const { id, title, writtenOn } of hits) ids.set(`${title} ${writtenOn?.slice(0, 4)}`, id);
}, 120_000);
afterAll(async () => {
  await service.stop();
  library.remove();
  texts.remove();
});

const old = (): string => ids.get('中华人民共和国电梯法 2015') ?? '';
const current = (): string => ids.get('中华人民共和国电梯法 2021') ?? '';
const rules = (): string => [...ids].find(([name]) => name.includes('办法'))?.[1] ?? '';

describe('citations', () => {
  it('resolve to the text of the day and to its clause, and say what the library lacks', async () => {
    const { citations, total } = await service.get<CitationsResponse>(`/documents/${rules()}/citations`);
    expect(total).toBe(3);
    expect(citations[0]).toMatchObject({
      relation: 'basis',
      pin: '第二条',
      document: { id: old() },
      resolution: { state: 'resolved', rule: 'title', version: 'valid-then', missing: [] },
    });
    expect(citations.slice(1).map(({ resolution }) => resolution.state)).toEqual(['unresolved', 'unresolved']);
    const { wanted } = await service.get<WantedResponse>('/wanted');
    expect(wanted.map(({ title, documents }) => [title, documents])).toEqual([
      ['建筑法', 1],
      ['电梯维护规范条例', 1],
    ]);
  });

  it('are found from the cited clause, and inside the document', async () => {
    const path = `/documents/${old()}`;
    const { provisions } = await service.get<CitedProvisionsResponse>(`${path}/cited-provisions`);
    expect(provisions).toMatchObject([{ external: 1, internal: 1 }]);
    const clause = provisions[0]?.provisionId ?? '';
    const query = `direction=in&internal=true&provision=${clause}`;
    const cited = await service.get<CitationsResponse>(`${path}/citations?${query}`);
    expect(cited.citations.map(({ relation }) => relation)).toEqual(['basis', 'internal']);
    const only = await service.get<CitationsResponse>(`${path}/citations?${query}&relation=internal`);
    expect(only.total).toBe(1);
    expect((await service.get<CitationsResponse>(`/documents/${current()}/citations?direction=in`)).total).toBe(0);
  });

  it('show the cited clause, with the text that holds now', async () => {
    const { citations } = await service.get<CitationsResponse>(`/documents/${rules()}/citations`);
    const shown = await service.get<CitationPreviewResponse>(`/citations/${citations[0]?.id}/preview`);
    expect(shown.previews).toMatchObject([
      { path: '第二条', newer: { id: current() }, validity: { status: 'amended', rule: 'newer-version' } },
    ]);
    expect(shown.previews[0]?.lines[0]).toMatchObject({ focus: true });
    const direct = await service.get<PreviewView>(`/provisions/${shown.previews[0]?.provisionId}/preview`);
    expect(direct.lines).toEqual(shown.previews[0]?.lines);
    expect((await service.get<PreviewView>(`/provisions/${old()}/preview`)).provisionId).toBeNull();
  });

  it.each(['/provisions/none-3/preview', '/citations/999/preview', '/citations/x/preview', '/documents/none/lineage'])(
    '%s is not found',
    async (path) => {
      expect((await service.fetch(path)).status).toBe(404);
    },
  );
});

describe('validity and versions', () => {
  it.each([
    ['2018-06-15', 'not-yet'],
    ['2018-07-01', 'in-force'],
    ['2023-06-30', 'in-force'],
    ['2023-07-01', 'expired'],
  ])('on %s is %s, with proof', async (day, status) => {
    const { validity, proof } = await service.get<ValidityResponse>(`/documents/${rules()}/validity?asOf=${day}`);
    expect(validity).toMatchObject({ status, on: day });
    expect(proof[0]).toMatchObject({ weight: 'decides', status, document: { id: rules() } });
    expect(proof[0]?.quote).toMatch(/施行|有效期/);
    const at = await service.get<PreviewView>(`/provisions/${proof[0]?.provisionId}/preview`);
    expect(at.lines.map(({ text }) => text).join()).toContain(proof[0]?.quote);
  });

  it('tells the periods of its life', async () => {
    const { periods } = await service.get<ValidityResponse>(`/documents/${rules()}/validity`);
    expect(periods.map(({ from, status }) => [from, status])).toEqual([
      ['2018-06-01', 'not-yet'],
      ['2018-07-01', 'in-force'],
      ['2023-07-01', 'expired'],
    ]);
  });

  it('makes a family of the texts of one law', async () => {
    const { family, events } = await service.get<LineageResponse>(`/documents/${current()}/lineage`);
    expect(family.map(({ id, self, reason }) => [id, self, reason])).toEqual([
      [old(), false, 'title'],
      [current(), true, 'self'],
    ]);
    expect(events.find(({ kind }) => kind === 'version')).toMatchObject({ of: { id: old() }, by: { id: current() } });
  });

  it('draws the neighbours of a document', async () => {
    const graph = await service.get<NeighbourhoodResponse>(`/documents/${old()}/neighbourhood`);
    expect(graph.nodes.map(({ id, distance }) => [id, distance])).toEqual([
      [old(), 0],
      [rules(), 1],
    ]);
    expect(graph.edges).toEqual([{ from: rules(), to: old(), relation: 'basis', count: 1 }]);
  });
});
