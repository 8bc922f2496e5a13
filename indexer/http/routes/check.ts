/** POST /check: the citations of a draft held against the library, as JSON or as an annotated DOCX. The draft is not kept. */
import { checkText } from '../../checking.ts';
import { CheckRequest, CheckResponse } from '../../contract.ts';
import { checkDocx } from '../../export/check-docx.ts';
import { EXPORT_WORDS } from '../../export/words.ts';
import { sendDownload } from '../download.ts';
import type { Parts, Server } from '../parts.ts';
import { callerLanguage } from '../problems.ts';

const tags = ['check'];
const MOST_BYTES = 5 * 1024 * 1024;

export function checkRoutes(server: Server, { catalogue, today }: Parts): void {
  server.post(
    '/check',
    {
      bodyLimit: MOST_BYTES,
      schema: {
        summary:
          'Every citation of a draft: is it held, do number and title agree, does it stand, is there such a clause',
        tags,
        body: CheckRequest,
        response: { 200: CheckResponse },
      },
    },
    async (request) => checkText(request.body.text, { catalogue, today: today(), language: callerLanguage(request) }),
  );

  server.post(
    '/check/export',
    { bodyLimit: MOST_BYTES, schema: { summary: 'The same as a DOCX with comments', tags, body: CheckRequest } },
    async (request, reply) => {
      const language = callerLanguage(request);
      const check = await checkText(request.body.text, { catalogue, today: today(), language });
      const name = `${EXPORT_WORDS[language].check} ${request.body.name || check.title}`;
      return sendDownload(reply, { name, format: 'docx', content: await checkDocx(check, language) });
    },
  );
}
