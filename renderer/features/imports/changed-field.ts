/** Parsing again names what changed by the fields of a document; the reader is told in words. */
import type { Words } from '../../words/words.ts';

/** `writtenOn` gives 成文日期; a field without a name of its own counts among the rest. */
export function nameOf(field: string, { document, imports }: Words): string {
  const names: Readonly<Record<string, string>> = {
    ...document.fields,
    ...imports.changedParts,
    title: document.fields.documentTitle,
  };
  return names[field] ?? imports.changedParts.other;
}
