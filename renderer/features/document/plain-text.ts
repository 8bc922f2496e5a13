/** A document as plain text, for the clipboard. Pure. */
import type { DocumentView, ProvisionView } from '../../../indexer/contract.ts';

/** Title, number, addressee, paragraphs, signature: in the order in which an official document prints them. */
export function plainText(
  document: DocumentView,
  provisions: readonly ProvisionView[],
  signedOn: string | null,
): string {
  const body = provisions.map(({ text }) => text);
  const signature = [document.issuers.join('　'), signedOn ?? ''].filter((line) => line !== '');
  const at = signatureOrdinal(document, provisions);
  const index = provisions.findIndex(({ ordinal }) => ordinal === at);
  const signed = index < 0 ? [...body, ...signature] : body.toSpliced(index + 1, 0, ...signature);
  const addressee = document.addressee === null ? [] : [`${document.addressee}：`];
  return [document.title, ...(document.number === null ? [] : [document.number]), ...addressee, ...signed].join('\n');
}

/**
 * The provision behind which the signature stands: the last one before the texts that are issued with it, else the last of
 * all. Null when there is no text to sign.
 */
export function signatureOrdinal(document: DocumentView, provisions: readonly ProvisionView[]): number | null {
  const attachedAt = document.attached.length === 0 ? -1 : provisions.findIndex(({ kind }) => kind === 'title');
  const last = attachedAt > 0 ? provisions[attachedAt - 1] : provisions.at(-1);
  return last?.ordinal ?? null;
}
