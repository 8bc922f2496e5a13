/** What `gongbao parse` prints for a file: the contract that other programs read (missing values null, dates ISO). */
import { citedDocuments } from '../citations/citations.ts';
import type { ParsedDocument, ParsedFile } from '../model.ts';

export function parseOutput(file: string, sha256: string, parsed: ParsedFile) {
  return {
    file,
    sha256,
    mediaType: parsed.mediaType,
    encoding: parsed.encoding,
    issue: parsed.issue,
    documents: parsed.documents.map(documentOutput),
    warnings: [...parsed.problems, ...parsed.documents.flatMap((document) => document.problems)].map(
      ({ stage, code, message, line }) => ({ stage, code, message, line }),
    ),
  };
}

function documentOutput(document: ParsedDocument) {
  const { provisions, citations, topics, problems: _problems, lines, repairs: _repairs, ...fields } = document;
  return {
    ...fields,
    topics: topics.map(({ subject }) => subject),
    topicSuggestions: topics,
    outline: provisions.map(({ kind, label, path, text, depth, page }) => ({ kind, label, path, text, depth, page })),
    citations: citedDocuments(citations).map(({ number, title, relation, quote, pin, in: where }) => ({
      number,
      title,
      relation,
      quote,
      pin,
      in: where,
    })),
    lines,
  };
}
