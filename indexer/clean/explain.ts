/** Every repair inside the lines of a clean text, with its reason: the source with these edits made is the clean text. */
import { alignText } from '../text/alignment.ts';
import type { CleanText } from './clean.ts';

export type EditReason =
  | 'space'
  | 'width'
  | 'quote'
  | 'dash'
  | 'bracket'
  | 'punctuation'
  | 'private-use'
  | 'radical'
  | 'markup'
  | 'escape'
  | 'footnote'
  | 'characters';

/** `before` at this column of this line of the source became `after`. */
export interface Edit {
  readonly line: number;
  readonly column: number;
  readonly reason: EditReason;
  readonly before: string;
  readonly after: string;
}

/** The first that fits both sides; one side may be empty. */
const REASONS: readonly (readonly [EditReason, RegExp, RegExp])[] = [
  ['escape', /^&(?:#\w+|[a-z]+);$|^(?:\\u?[\w.*#>~`()[\]+-]{1,4})+$|^u[0-9a-fA-F]{4}$/, /^.?$/],
  ['footnote', /^\[\d{1,2}\]$|^[¹²³⁴-⁹]+$/, /^$/],
  ['space', /^[\s\u200b-\u200f\u2060\ufeff\u00ad\u2000-\u200a]*$/, /^[\s]*$/],
  ['private-use', /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/u, /./],
  ['radical', /^[\u2e80-\u2fd5]+$/, /./],
  ['markup', /^[\s*#>|_+-]+$|^<.*>$/, /^\s*$/],
  ['quote', /^["'“”‘’„‟〝〞＂＇「」『』]+$/, /./],
  ['bracket', /^[()[\]{}<>«»‹›（）［］【】﹝﹞＜＞]+$/, /./],
  ['dash', /^[-–—―─－一]+$/, /^[—-]*$/],
  ['width', /^[\uff01-\uff5d]+$/, /^[!-}]+$/],
  ['punctuation', /^[\p{P}\p{S}]+$/u, /^[\p{P}\p{S}]*$/u],
];

export function explainLines({ lines }: CleanText): Edit[] {
  return lines.flatMap(({ text, source, line }) => explainLine(text, source).map((edit) => ({ line, ...edit })));
}

/** `二０二〇` → `二〇二〇` is one edit of one character. In order of their columns, none overlapping. */
export function explainLine(clean: string, source: string): Omit<Edit, 'line'>[] {
  const map = alignText(clean, source);
  const edits: Omit<Edit, 'line'>[] = [];
  let done = 0;
  let pending = '';
  const edit = (upTo: number, after: string): void => {
    const before = source.slice(done, upTo);
    if (before !== after) edits.push({ column: done, reason: reasonOf(before, after), before, after });
    done = upTo;
  };
  for (let i = 0; i < clean.length; i += 1) {
    const place = map[i] ?? -1;
    if (place === -1) {
      pending += clean[i];
      continue;
    }
    edit(place, pending);
    pending = '';
    edit(place + 1, clean[i] ?? '');
  }
  edit(source.length, pending);
  return edits;
}

function reasonOf(before: string, after: string): EditReason {
  return REASONS.find(([, from, to]) => from.test(before) && to.test(after))?.[0] ?? 'characters';
}
