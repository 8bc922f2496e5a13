/** Imports by path: start, list, look at, follow (server-sent events), pause, retry, report, cancel. Uploads are in uploads.ts. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { z } from 'zod';
import {
  ImportDetailRequest,
  ImportDetailResponse,
  type ImportEvent,
  ImportEventsRequest,
  ImportFilter,
  ImportRequest,
  ImportRun,
  ImportsResponse,
  RetryRequest,
} from '../../contract.ts';
import { AppError } from '../../errors.ts';
import { REPORT_TYPES, writeReport } from '../../export/import-report.ts';
import type { Parts, Server } from '../parts.ts';
import { callerLanguage } from '../problems.ts';

const RunParams = z.object({ id: z.string().max(64) });
const tags = ['imports'];
const HEARTBEAT_MS = 15_000;

export function importRoutes(server: Server, { importer }: Parts): void {
  const requireRun = (run: ImportRun | null, id: string): ImportRun => {
    if (run === null) throw new AppError('not_found', { what: id });
    return run;
  };

  server.post(
    '/imports',
    {
      schema: {
        summary: 'Import files and folders of this machine',
        tags,
        body: ImportRequest,
        response: { 202: ImportRun },
      },
    },
    async (request, reply) =>
      reply.code(202).send(importer.start(request.body.paths, { confirm: request.body.confirm })),
  );

  server.get(
    '/imports',
    { schema: { summary: 'All import runs, newest first', tags, response: { 200: ImportsResponse } } },
    async () => ({ imports: [...importer.runs()] }),
  );

  server.get(
    '/imports/:id',
    {
      schema: {
        summary: 'One run and its files',
        tags,
        params: RunParams,
        querystring: ImportDetailRequest,
        response: { 200: ImportDetailResponse },
      },
    },
    async ({ params, query }) => {
      const run = requireRun(importer.run(params.id), params.id);
      const { files, total } = importer.files(run.id, query);
      return { run, files: [...files], total };
    },
  );

  const act = (name: string, summary: string, action: (id: string) => ImportRun | null): void => {
    server.post(
      `/imports/:id/${name}`,
      { schema: { summary, tags, params: RunParams, response: { 200: ImportRun } } },
      async ({ params }) => requireRun(action(params.id), params.id),
    );
  };
  act('pause', 'Put a run by', (id) => importer.pause(id));
  act('resume', 'Start a run that is ready, or take up one that is paused', (id) => importer.takeUp(id));

  server.post(
    '/imports/:id/retry',
    {
      schema: {
        summary: 'Take up failed files again, with another encoding or a password if given',
        tags,
        params: RunParams,
        body: RetryRequest,
        response: { 200: ImportRun },
      },
    },
    async ({ params, body }) => requireRun(importer.retry(params.id, body), params.id),
  );

  server.get(
    '/imports/:id/report',
    {
      schema: {
        summary: 'What became of every file, as CSV or XLSX',
        tags,
        params: RunParams,
        querystring: z.object({ format: z.enum(['csv', 'xlsx']).default('csv'), outcome: ImportFilter.optional() }),
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const run = requireRun(importer.run(params.id), params.id);
      const { outcome } = query;
      const pageAt = (offset: number, limit: number) => importer.files(run.id, { offset, limit, outcome }).files;
      const report = writeReport(pageAt, query.format, callerLanguage(request));
      const name = encodeURIComponent(`导入报告 ${run.startedAt.slice(0, 10)}.${query.format}`);
      return reply
        .header('content-type', REPORT_TYPES[query.format])
        .header('content-disposition', `attachment; filename="report.${query.format}"; filename*=UTF-8''${name}`)
        .send(Readable.from(report));
    },
  );

  server.delete(
    '/imports/:id',
    {
      schema: {
        summary: 'Cancel a run; what it has imported stays',
        tags,
        params: RunParams,
        response: { 200: ImportRun },
      },
    },
    async ({ params }) => requireRun(importer.cancel(params.id), params.id),
  );

  server.get(
    '/imports/:id/events',
    {
      schema: {
        summary: 'Progress as server-sent events: run, file (unless files=false), end',
        tags,
        params: RunParams,
        querystring: ImportEventsRequest,
      },
    },
    async (request, reply) => {
      const run = requireRun(importer.run(request.params.id), request.params.id);
      const isWanted = ({ event }: ImportEvent): boolean => request.query.files || event !== 'file';
      reply.hijack();
      streamEvents(reply.raw, run, (listener) =>
        importer.follow(run.id, (event) => isWanted(event) && listener(event)),
      );
    },
  );
}

/** Sends the run as it stands, then every event until the run ends or the reader leaves. */
function streamEvents(
  out: ServerResponse,
  run: ImportRun,
  follow: (listener: (event: ImportEvent) => void) => () => void,
): void {
  out.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  const send = ({ event, data }: ImportEvent): void => {
    out.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  if (run.finishedAt !== null) {
    send({ event: 'end', data: run });
    out.end();
    return;
  }
  send({ event: 'run', data: run });
  const heartbeat = setInterval(() => out.write(': still here\n\n'), HEARTBEAT_MS);
  const unfollow = follow((event) => {
    send(event);
    if (event.event === 'end') out.end();
  });
  out.once('close', () => {
    clearInterval(heartbeat);
    unfollow();
  });
}
