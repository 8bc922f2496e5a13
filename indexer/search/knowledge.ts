/** What the query parser is told of the library: its issuer codes, their pinyin, and words of the same meaning. */
import { pinyin } from 'pinyin-pro';
import type { QueryKnowledge } from '../query/knowledge.ts';
import type { WrittenChoice } from '../query/tree.ts';
import { everydayWordsIn } from '../segment/everyday-words.ts';
import { synonymsOf } from '../segment/synonyms.ts';
import { bareText } from '../text/fold.ts';
import type { Snapshot } from './snapshot.ts';

export function knowledgeOf(snapshot: Snapshot): QueryKnowledge {
  const codes = snapshot.issuerCodes;
  let byInitials: Map<string, string[]> | null = null;
  let issuers: Map<string, string | null> | null = null;
  let types: ReadonlySet<string> | null = null;
  return {
    knowsCode: (code) => codes.has(code),
    codesByInitials: (letters) => {
      byInitials ??= initialsOf(codes);
      return byInitials.get(letters.toLowerCase()) ?? [];
    },
    issuerNamed: (name) => {
      issuers ??= issuersByName(snapshot);
      return issuers.get(issuerKey(name)) ?? issuerEnding(issuers, issuerKey(name));
    },
    knowsType: (type) => {
      types ??= new Set(snapshot.facts.flatMap((facts) => facts.type ?? []));
      return types.has(type);
    },
    synonymsOf,
    meaningsIn: everydayWordsIn,
  };
}

/** The same knowledge without the synonyms that are not wanted. */
export function withoutSynonyms(
  knowledge: QueryKnowledge,
  synonyms: string,
  choices: readonly WrittenChoice[],
): QueryKnowledge {
  if (synonyms === 'off') return { ...knowledge, synonymsOf: () => [], meaningsIn: () => [] };
  const unwanted = new Set(choices.flatMap(({ name, value }) => (name === 'without-synonym' ? [value] : [])));
  if (unwanted.size === 0) return knowledge;
  return { ...knowledge, synonymsOf: (word) => knowledge.synonymsOf(word).filter((other) => !unwanted.has(other)) };
}

/** 济南市人民政府办公厅 and 济南市政府办公厅 alike. */
const issuerKey = (name: string): string =>
  bareText(name)
    .replace('人民政府', '政府')
    .replace(/办公[厅室]$/u, '办');

/** 市政府办公厅 is the only office of a city's government that the library has; null for none or several. */
function issuerEnding(issuers: ReadonlyMap<string, string | null>, name: string): string | null {
  if (!/^[省市州盟县区旗].{2,}/u.test(name)) return null;
  const found = [...issuers].filter(([key]) => key.endsWith(name));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

/** Null for a short name that several issuers share. */
function issuersByName(snapshot: Snapshot): Map<string, string | null> {
  const byName = new Map<string, string | null>();
  for (const issuer of new Set(snapshot.facts.flatMap(({ issuers }) => issuers))) {
    const key = issuerKey(issuer);
    byName.set(key, byName.has(key) ? null : issuer);
  }
  return byName;
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
