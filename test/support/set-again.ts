/** A parsed document set again as a gazette prints it, in columns of any width. */
import type { ParsedDocument, Provision } from '../../indexer/model.ts';
import { typeset } from './typeset.ts';

/** A document as a gazette prints it: head, its own words, signature, then the text that it issues. */
export function setAgain(document: ParsedDocument, width: number, isNumbered = true): string {
  const { title, issuers, number, addressee, provisions, writtenOn } = document;
  const issuer = issuers.join('');
  const head = title.startsWith(issuer) ? [...issuers, title.slice(issuer.length)] : [title];
  const [year, month, day] = (writtenOn ?? '').split('-').map(Number);
  const signature = [issuers.at(-1) ?? '', `${year}年${month}月${day}日`];
  const attachedAt = provisions.findIndex(({ kind }) => kind === 'title');
  const own = attachedAt > 0 ? provisions.slice(0, attachedAt) : provisions;
  const attached = attachedAt > 0 ? provisions.slice(attachedAt) : [];
  const texts = (some: readonly Provision[]): string[] => some.map(({ text }) => text);
  const prose = provisions.filter(({ kind }) => !['title', 'table', 'chapter'].includes(kind));
  return typeset(
    [
      ...head,
      isNumbered ? (number ?? '') : '',
      ...(addressee ? [`${addressee}：`] : []),
      ...texts(own),
      ...signature,
      ...texts(attached),
    ],
    new Set(texts(prose)),
    { width, page: 30 },
  );
}
