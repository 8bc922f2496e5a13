/** The client says what happened in every case: an answer, a failure of the service, no answer, or a request taken back. */
import { describe, expect, it } from 'vitest';
import { createClient } from '../../../renderer/service/client.ts';
import { ServiceError } from '../../../renderer/service/service-error.ts';
import type { Language } from '../../../renderer/words/words.ts';

interface Asked {
  readonly address: string;
  readonly init: RequestInit;
}

function clientThatGets(answer: () => Promise<Response>, language: Language = 'zh') {
  const asked: Asked[] = [];
  const client = createClient({
    fetch: (address, init = {}) => {
      asked.push({ address: String(address), init });
      return answer();
    },
    language: () => language,
  });
  return { client, asked };
}

const json = (body: unknown, status = 200): Promise<Response> => Promise.resolve(Response.json(body, { status }));
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('a request', () => {
  it('goes to our own origin, in the language of the reader', async () => {
    const { client, asked } = clientThatGets(() => json({ imports: [] }), 'en');
    await client.imports();
    expect(asked[0]?.address).toBe('/api/imports');
    expect(new Headers(asked[0]?.init.headers).get('accept-language')).toBe('en');
  });

  it('carries repeated values and signs in the address', async () => {
    const { client, asked } = clientThatGets(() => json({}));
    await client.search(
      new URLSearchParams([
        ['q', '济政办发〔2020〕25号 & "招商"'],
        ['year', '2020'],
        ['year', '2021'],
      ]),
    );
    const sent = new URL(asked[0]?.address ?? '', 'http://service').searchParams;
    expect(sent.get('q')).toBe('济政办发〔2020〕25号 & "招商"');
    expect(sent.getAll('year')).toEqual(['2020', '2021']);
  });

  it('names documents whose ids hold any sign', async () => {
    const { client, asked } = clientThatGets(() => json({}));
    await client.document('a/b?c');
    expect(asked[0]?.address).toBe('/api/documents/a%2Fb%3Fc');
  });

  it('uploads files under their names in the folder', async () => {
    const { client, asked } = clientThatGets(() => json({ id: 'r' }, 202));
    await client.uploadFiles([{ file: new File(['一'], '第18期.txt'), name: '2020/第18期.txt' }]);
    const form = asked[0]?.init.body as FormData;
    expect(form.getAll('files').map((file) => (file as File).name)).toEqual(['2020/第18期.txt']);
  });
});

describe('a failure', () => {
  const problem = {
    type: 'about:blank#import_running',
    title: '已有导入正在进行',
    status: 409,
    detail: '已有导入正在进行',
    code: 'import_running',
    hint: '请等待它完成，或先取消它。',
  };

  it.each([
    [
      'problem details',
      () => json(problem, 409),
      'import_running',
      409,
      '已有导入正在进行',
      '请等待它完成，或先取消它。',
    ],
    ['a title alone', () => json({ title: '拒绝' }, 403), 'unexpected_answer', 403, '拒绝', '请重试。'],
    [
      'a page that is not ours',
      () => Promise.resolve(new Response('<html>', { status: 502 })),
      'unexpected_answer',
      502,
      '服务给出了意外的答复（502）',
      '请重试。',
    ],
    [
      'an empty body',
      () => Promise.resolve(new Response(null, { status: 500 })),
      'unexpected_answer',
      500,
      '服务给出了意外的答复（500）',
      '请重试。',
    ],
    [
      'no answer',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'unreachable',
      0,
      '连不上本机服务',
      '服务可能还在启动，稍候会自动重试；如仍不行，请重新打开公报检索。',
    ],
  ])('is told from %s', async (_what, answer, code, status, message, hint) => {
    const error = await failureOf(clientThatGets(answer).client.status());
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ code, status, message, hint });
  });

  it('keeps its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const error = await failureOf(clientThatGets(() => Promise.reject(cause)).client.status());
    expect((error as ServiceError).cause).toBe(cause);
  });

  it('is none when the request was taken back', async () => {
    const controller = new AbortController();
    const { client } = clientThatGets(() => Promise.reject(controller.signal.reason));
    controller.abort();
    const error = await failureOf(client.status(controller.signal));
    expect(error).toBe(controller.signal.reason);
    expect(error).not.toBeInstanceOf(ServiceError);
  });
});
