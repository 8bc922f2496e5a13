/** PATCH /documents/:id over the real service: what is set shows in the reader, the facets and the search. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CorrectionJournal, DocumentView, ProblemDetails, SearchResponse } from '../../../indexer/contract.ts';
import { GAZETTES, temporaryFolder } from '../../support/library.ts';
import { startTestService, type TestService } from '../../support/service.ts';

const library = temporaryFolder();
let service: TestService;
let id: string;

beforeAll(async () => {
  service = await startTestService({ library: library.path });
  await service.importAll([GAZETTES]);
  const { hits } = await service.get<SearchResponse>('/search?q=');
  id = hits[0]?.id ?? '';
}, 120_000);
afterAll(async () => {
  await service.stop();
  library.remove();
});

const patch = (body: unknown, path = `/documents/${id}`): Promise<Response> =>
  service.fetch(path, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('PATCH /documents/:id', () => {
  it('sets fields, prints a number as the standard does, and the search finds them', async () => {
    const response = await patch({
      set: { number: '某某政办发[2031]7号', issuers: ['某某市人民政府办公室'], topics: ['科技、教育'] },
      note: '据原件',
    });
    expect(response.status).toBe(200);
    const document = (await response.json()) as DocumentView;
    expect(document).toMatchObject({ number: '某某政办发〔2031〕7号', topics: [{ subject: '科技、教育', score: 1 }] });
    expect(document.corrections.map(({ field, note }) => [field, note])).toEqual([
      ['number', '据原件'],
      ['issuers', '据原件'],
      ['topics', '据原件'],
    ]);
    await service.untilIndexed();
    const found = await service.get<SearchResponse>(`/search?q=${encodeURIComponent('某某政办发〔2031〕7号')}`);
    expect(found.hits.map((hit) => hit.id)).toEqual([id]);
    expect(found.facets.issuer.map(({ value }) => value)).toContain('某某市人民政府办公室');
  });

  it('takes back, and the journal tells both steps', async () => {
    const before = await service.get<DocumentView>(`/documents/${id}`);
    const response = await patch({ takeBack: before.corrections.map(({ field }) => field) });
    const after = (await response.json()) as DocumentView;
    expect(after.corrections).toEqual([]);
    const { steps } = await service.get<CorrectionJournal>(`/documents/${id}/corrections`);
    expect(steps.filter(({ takenBack }) => takenBack)).toHaveLength(3);
    expect(steps.filter(({ takenBack }) => !takenBack)).toHaveLength(3);
  });

  it.each([
    ['a day that does not exist', { set: { writtenOn: '2021-02-30' } }],
    ['a month that does not exist', { set: { writtenOn: '2021-13-01' } }],
    ['a title of two lines', { set: { title: '上\n下' } }],
    ['an empty title', { set: { title: ' ' } }],
    ['a subject that the list has not', { set: { topics: ['天文'] } }],
    ['a field that cannot be set', { set: { body: '改' } }],
  ])('refuses %s and changes nothing', async (_, body) => {
    const response = await patch(body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as ProblemDetails).hint).not.toBe('');
    expect((await service.get<DocumentView>(`/documents/${id}`)).corrections).toEqual([]);
  });

  it('says when there is no such document', async () => {
    expect((await patch({ set: { type: '函' } }, '/documents/nothing')).status).toBe(404);
  });
});
