/** PATCH /documents/:id and the journal of what was set by hand. */
import type { Corrections } from '../../catalogue/correction.ts';
import { CorrectionJournal, CorrectionRequest, type CorrectionValues, DocumentView } from '../../contract.ts';
import { AppError } from '../../errors.ts';
import { SUBJECTS } from '../../model.ts';
import type { Parts, Server } from '../parts.ts';
import { DocumentParams, requireDocument, viewDocument } from './documents.ts';
import { canonicalNumber, requireOneLine } from './fields.ts';

const tags = ['documents'];

export function correctionRoutes(server: Server, parts: Parts): void {
  const { catalogue } = parts;
  server.patch(
    '/documents/:id',
    {
      schema: {
        summary: 'Set fields by hand, or take them back to what was read; every step is kept',
        tags,
        params: DocumentParams,
        body: CorrectionRequest,
        response: { 200: DocumentView },
      },
    },
    async ({ params, body }) => {
      requireDocument(catalogue, params.id);
      const { set, takeBack, note } = body;
      catalogue.correct(params.id, { set: checked(set), takeBack, note: note === '' ? null : note });
      parts.documentsChanged();
      return viewDocument(parts, requireDocument(catalogue, params.id));
    },
  );

  server.get(
    '/documents/:id/corrections',
    {
      schema: {
        summary: 'Every step by which its fields were set by hand, newest first',
        tags,
        params: DocumentParams,
        response: { 200: CorrectionJournal },
      },
    },
    async ({ params }) => {
      requireDocument(catalogue, params.id);
      const steps = catalogue.correctionJournal(params.id);
      return {
        steps: steps.map((step) => ({ ...step, takenBack: step.value === undefined, value: step.value ?? null })),
      };
    },
  );
}

/** Numbers in the form that the standard prints them; subjects as the list has them. Throws bad_request. */
function checked(values: CorrectionValues): Corrections {
  const unknown = values.topics?.find((subject) => !SUBJECTS.some((one) => one === subject));
  if (unknown !== undefined) throw new AppError('bad_request', { reason: `topics: ${unknown}` });
  if (values.title !== undefined) requireOneLine(values.title);
  const number = values.number == null ? values.number : canonicalNumber(values.number);
  const given = Object.entries({ ...values, number }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Corrections;
}
