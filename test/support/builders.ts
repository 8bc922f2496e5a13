/** Documents and files as the pipeline would give them; a test names what matters to it and the rest is dull. */
import type { Citation, ParsedDocument, ParsedFile, Provision } from '../../indexer/model.ts';

/** Any number of different sentences of official prose; two seeds share next to none of their runs of characters. */
export function prose(seed: number, sentences = 12): string {
  let state = (seed * 2_654_435_761 + 97) >>> 0;
  const next = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  const word = (): string => String.fromCharCode(0x4e00 + (next() % 5000), 0x4e00 + (next() % 5000));
  return Array.from({ length: sentences }, () => `${Array.from({ length: 8 }, word).join('')}。`).join('\n');
}

/** Each line of a body as a provision of its own. */
export function provisionsOf(body: string): Provision[] {
  let start = 0;
  return body.split('\n').map((text, ordinal) => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    const label = /^第[一二三四五六七八九十百]+条/.exec(text)?.[0] ?? '';
    return {
      ordinal,
      kind: label === '' ? 'paragraph' : 'article',
      label,
      path: label,
      text,
      depth: 1,
      parent: null,
      clause: ordinal,
      span,
      lines: [ordinal + 1, ordinal + 1],
      page: null,
    };
  });
}

export function aCitation(fields: Partial<Citation>): Citation {
  return {
    number: null,
    title: null,
    relation: 'mentions',
    quote: fields.title ?? fields.number ?? '',
    trigger: null,
    pin: null,
    in: null,
    provision: null,
    span: null,
    ...fields,
  };
}

export function aParsedDocument(fields: Partial<ParsedDocument> = {}): ParsedDocument {
  const body = fields.body ?? prose(1);
  return {
    title: '某市人民政府关于加强档案工作的通知',
    number: null,
    issuers: ['某市人民政府'],
    type: '通知',
    addressee: null,
    writtenOn: '2021-03-04',
    printedOn: null,
    effectiveOn: null,
    expiresOn: null,
    registration: null,
    attached: [],
    attachments: [],
    notes: [],
    copiesTo: null,
    topics: [{ subject: '综合政务', score: 0.9 }],
    provisions: provisionsOf(body),
    citations: [],
    evidence: {},
    lines: [1, body.split('\n').length],
    repairs: 0,
    problems: [],
    ...fields,
    body,
  };
}

export function aParsedFile(documents: readonly ParsedDocument[], fields: Partial<ParsedFile> = {}): ParsedFile {
  return {
    mediaType: 'text/plain',
    encoding: 'utf-8',
    issue: null,
    documents,
    problems: [],
    characters: documents.reduce((sum, { body }) => sum + body.length, 0),
    ...fields,
  };
}
