/**
 * What to search when no text has all that was typed: the words inside each run first, then as many of the telling words as a
 * text has. What stands in quotes, behind a minus or in a field stays as it is.
 */
import type { QueryKnowledge } from '../query/knowledge.ts';
import { parseQuery } from '../query/parse.ts';
import { mapLeaves, positiveLeaves, type QueryNode, type TextLeaf } from '../query/tree.ts';
import { segmentExact, segmentForSearch } from '../segment/segment.ts';
import { STOP_WORDS } from '../segment/stop-words.ts';
import { wordsWithSynonyms } from '../segment/synonyms.ts';

const EMBEDDED =
  /《[^《》]+》|(?:19|20)\d\d年\d{1,2}月\d{1,2}日|\p{Script=Han}{2,8}[〔[（(](?:19|20)\d\d[〕\]）)]\d+号/gu;

/** What only asks: 加装电梯有哪些规定 and 加装电梯怎么办 are about 加装电梯. */
const ASKING = /都?有?(?:哪些|什么|怎么|怎样|如何)(?:规定|要求|处理|办|样)?/gu;

const isLoose = (node: QueryNode): node is TextLeaf =>
  node.kind === 'text' &&
  (node.form === 'word' || node.form === 'title' || (node.form === 'phrase' && node.glued === true));

/** An article of no law that the library has is a run of words like others. */
export function wordsForArticles(root: QueryNode): QueryNode {
  return mapLeaves(root, (leaf) =>
    leaf.kind === 'article' && leaf.title !== null ? wordLeaf(leaf.phrases[0] ?? leaf.title, leaf, []) : leaf,
  );
}

/** 信用中国（山东济南）网站 as its pieces between signs: texts print such names with other signs, or none. */
export function splitAtSigns(root: QueryNode): QueryNode | null {
  let changed = false;
  const split = mapLeaves(root, (leaf) => {
    if (!isLoose(leaf)) return leaf;
    const parts = (leaf.phrases[0] ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
    if (parts.length < 2) return leaf;
    changed = true;
    return { kind: 'all', parts: parts.map((part) => wordLeaf(part, leaf, [])), span: leaf.span };
  });
  return changed ? split : null;
}

/** 业主同意比例 as 业主 and 同意 and 比例; null when there is nothing to take apart. */
export function splitWords(root: QueryNode, knowledge: QueryKnowledge): QueryNode | null {
  let changed = false;
  const split = mapLeaves(root, (leaf) => {
    if (!isLoose(leaf)) return leaf;
    const parts = partsOf(leaf, knowledge, segmentExact);
    if (parts.length < 2) return leaf;
    changed = true;
    return { kind: 'all', parts, span: leaf.span };
  });
  return changed ? split : null;
}

/** The telling words of the loose parts, and the rest of the query that still binds (null when nothing does). */
export function tellingWords(
  root: QueryNode,
  knowledge: QueryKnowledge,
): { words: readonly QueryNode[]; runs: readonly string[]; bound: QueryNode | null } {
  const loose = positiveLeaves(root).filter(isLoose);
  const words = loose.flatMap((leaf) => partsOf(leaf, knowledge, segmentForSearch));
  const seen = new Set<string>();
  const distinct = words.filter((node) => {
    const key = node.kind === 'text' ? (node.phrases[0] ?? '') : JSON.stringify(node);
    return !seen.has(key) && seen.add(key);
  });
  return { words: distinct, runs: loose.map(({ phrases }) => phrases[0] ?? ''), bound: boundPart(root) };
}

/** The query without its loose words. */
function boundPart(node: QueryNode): QueryNode | null {
  if (isLoose(node)) return null;
  if (node.kind === 'any') return node.parts.every((part) => boundPart(part) === part) ? node : null;
  if (node.kind !== 'all') return node;
  const parts = node.parts.flatMap((part) => boundPart(part) ?? []);
  return parts.length === 0 ? null : { ...node, parts };
}

function partsOf(leaf: TextLeaf, knowledge: QueryKnowledge, cut: (text: string) => string[]): QueryNode[] {
  const text = leaf.phrases[0] ?? '';
  const spaced = text.replace(EMBEDDED, ' $& ').replace(ASKING, ' ');
  const found = spaced === text ? null : parseQuery(spaced, knowledge).root;
  if (found !== null) {
    return positiveLeaves(found).flatMap((part) =>
      isLoose(part) ? cutLeaf(part, leaf, knowledge, cut) : [{ ...part, span: leaf.span }],
    );
  }
  return cutLeaf(leaf, leaf, knowledge, cut);
}

function cutLeaf(
  leaf: TextLeaf,
  origin: TextLeaf,
  knowledge: QueryKnowledge,
  cut: (text: string) => string[],
): QueryNode[] {
  const text = leaf.phrases[0] ?? '';
  const words = cut(text);
  const telling = words.filter((word) => !STOP_WORDS.has(word) && ([...word].length > 1 || /\d/.test(word)));
  const kept = telling.length > 0 ? telling : words;
  const named = wordsWithSynonyms(text);
  return [...new Set([...kept, ...named])].map((word) =>
    wordLeaf(word, origin, named.includes(word) ? knowledge.synonymsOf(word) : []),
  );
}

function wordLeaf(word: string, { span }: Pick<TextLeaf, 'span'>, synonyms: readonly string[]): TextLeaf {
  return { kind: 'text', form: 'word', phrases: [word], synonyms, column: null, span };
}
