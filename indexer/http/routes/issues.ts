/** GET /issues and /issues/:id. */
import { z } from 'zod';
import { IssueDetailResponse, IssuesResponse } from '../../contract.ts';
import { AppError } from '../../errors.ts';
import type { Parts, Server } from '../parts.ts';
import { issueView } from '../views.ts';

export function issueRoutes(server: Server, { catalogue }: Parts): void {
  server.get(
    '/issues',
    {
      schema: { summary: 'All issues of gazettes, newest first', tags: ['issues'], response: { 200: IssuesResponse } },
    },
    async () => ({ issues: catalogue.issues().map(issueView) }),
  );

  server.get(
    '/issues/:id',
    {
      schema: {
        summary: 'One issue and its documents in printed order',
        tags: ['issues'],
        params: z.object({ id: z.string().max(64) }),
        response: { 200: IssueDetailResponse },
      },
    },
    async ({ params }) => {
      const issue = catalogue.issue(params.id);
      if (issue === null) throw new AppError('not_found', { what: params.id });
      const documents = catalogue.documentsOfIssue(issue.id);
      return {
        issue: issueView(issue),
        documents: documents.map(({ id, title, number, type, writtenOn }) => ({ id, title, number, type, writtenOn })),
      };
    },
  );
}
