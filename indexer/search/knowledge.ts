/** What the query parser is told of the library: its issuer codes, their pinyin, and words of the same meaning. */
import { pinyin } from 'pinyin-pro';
import type { QueryKnowledge } from '../query/knowledge.ts';
import { synonymsOf } from '../segment/synonyms.ts';
import { numberParts } from '../text/document-number.ts';
import type { Snapshot } from './snapshot.ts';

export function knowledgeOf(snapshot: Snapshot): QueryKnowledge {
  const codes = new Set(snapshot.numbers.flatMap((number) => numberParts(number)?.issuerCode ?? []));
  let byInitials: Map<string, string[]> | null = null;
  return {
    knowsCode: (code) => codes.has(code),
    codesByInitials: (letters) => {
      byInitials ??= initialsOf(codes);
      return byInitials.get(letters.toLowerCase()) ?? [];
    },
    synonymsOf,
  };
}

/** 济政办发 under jzbf. */
function initialsOf(codes: ReadonlySet<string>): Map<string, string[]> {
  const byInitials = new Map<string, string[]>();
  for (const code of codes) {
    const initials = pinyin(code, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
    byInitials.set(initials, [...(byInitials.get(initials) ?? []), code]);
  }
  return byInitials;
}
