/** What stands in the form of 手工录入; kept in the session, so that leaving the page loses nothing. Pure but for the store. */
import type { EntryRequest } from '../../../indexer/contract.ts';

export interface EntryDraft {
  readonly title: string;
  readonly number: string;
  readonly issuers: readonly string[];
  readonly type: string;
  readonly addressee: string;
  readonly writtenOn: string;
  readonly printedOn: string;
  readonly effectiveOn: string;
  readonly expiresOn: string;
  readonly registration: string;
  readonly text: string;
}

export const EMPTY_DRAFT: EntryDraft = {
  title: '',
  number: '',
  issuers: [],
  type: '',
  addressee: '',
  writtenOn: '',
  printedOn: '',
  effectiveOn: '',
  expiresOn: '',
  registration: '',
  text: '',
};

/** Only what was filled in is sent. */
export function requestOf({ text, title, ...fields }: EntryDraft): EntryRequest {
  const given = Object.entries(fields).filter(([, value]) => value.length > 0 && String(value).trim() !== '');
  return { ...Object.fromEntries(given), title: title.trim(), text };
}

export function isEmpty(draft: EntryDraft): boolean {
  return Object.values(draft).every((value) => value.length === 0);
}

const KEY = 'gongbao.entry';

/** What was kept, as far as it has the shape of today's form. */
export function loadDraft(store: Pick<Storage, 'getItem'>): EntryDraft {
  try {
    const kept = JSON.parse(store.getItem(KEY) ?? '{}') as Record<string, unknown>;
    const fits = ([key, value]: readonly [string, unknown]): boolean =>
      Array.isArray(value) === Array.isArray(kept[key]) && typeof value === typeof kept[key];
    const known = Object.entries(EMPTY_DRAFT).map((entry) => (fits(entry) ? [entry[0], kept[entry[0]]] : entry));
    return Object.fromEntries(known) as EntryDraft;
  } catch {
    return EMPTY_DRAFT;
  }
}

export function keepDraft(store: Pick<Storage, 'setItem' | 'removeItem'>, draft: EntryDraft): void {
  if (isEmpty(draft)) store.removeItem(KEY);
  else store.setItem(KEY, JSON.stringify(draft));
}
