/** Describes a document: joins what the files beside this one read from its parts. Absent means null; nothing is invented. */
import type { Issue, ParsedDocument, Provision } from '../model.ts';
import type { SplitDocument } from '../split/split-document.ts';
import { readAddressee } from './addressee.ts';
import { readAmended, readAttached, readAttachments } from './attached.ts';
import { readPrintedOn, readWrittenOn } from './dates.ts';
import { readEffectiveInNote, readEffectiveOn } from './effective.ts';
import { readExpiresOn } from './expiry.ts';
import { readIssuers } from './issuers.ts';
import { readNumber } from './number.ts';
import { readRegistration } from './registration.ts';
import { cleanTitle, readTitle } from './title.ts';
import { readType } from './type.ts';

export type Metadata = Pick<
  ParsedDocument,
  | 'title'
  | 'number'
  | 'issuers'
  | 'type'
  | 'addressee'
  | 'writtenOn'
  | 'printedOn'
  | 'effectiveOn'
  | 'expiresOn'
  | 'registration'
  | 'attached'
  | 'attachments'
  | 'notes'
  | 'copiesTo'
  | 'evidence'
>;

/** Every field of the catalogue that describes the document, with the words that derived values rest on. */
export function readMetadata(
  document: SplitDocument,
  _issue: Issue | null,
  body: string,
  provisions: readonly Provision[],
): Metadata {
  const title = readTitle(document);
  const written = readWrittenOn(document);
  const printed = readPrintedOn(document);
  const days = { writtenOn: written?.day ?? null, printedOn: printed?.day ?? null };
  const note = document.adoptionNote.map(({ text }) => text).join('\n');
  const own = ownText(document, title, body, provisions);
  const effective = readEffectiveOn(own, days) ?? readEffectiveInNote(note);
  const expires = readExpiresOn(own, effective?.day ?? days.writtenOn);
  return {
    title,
    number: readNumber(document),
    issuers: readIssuers(document, title),
    type: readType(title),
    addressee: readAddressee(document),
    ...days,
    effectiveOn: effective?.day ?? null,
    expiresOn: expires?.day ?? null,
    registration: readRegistration(document),
    attached: readAttached(document, title),
    attachments: readAttachments(document),
    notes: document.notes.map(({ text }) => text),
    copiesTo: document.copiesTo?.text.replace(/^(?:抄送|抄报|分送)[：:]\s*/, '').replace(/。$/, '') ?? null,
    evidence: {
      ...(written && { writtenOn: written.words }),
      ...(printed && { printedOn: printed.words }),
      ...(effective && { effectiveOn: effective.words }),
      ...(expires && { expiresOn: expires.words }),
    },
  };
}

/** A decision that amends a rule may print it again as amended: since when that rule is in force is no word about the decision. */
function ownText(document: SplitDocument, title: string, body: string, provisions: readonly Provision[]): string {
  const again = readAmended(document, title);
  const from = provisions.find(({ kind, text }) => kind === 'title' && again.includes(cleanTitle(text)));
  return from === undefined ? body : body.slice(0, from.span.start);
}
