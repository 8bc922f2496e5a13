/** `gongbao cites DOCUMENT`: what a document, named by id, number or title, cites and what cites it, each with its sentence. */
import type { CitationsResponse, CitationView } from '../../contract.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, print, printJson, say } from '../output.ts';

interface CitesOptions {
  readonly out?: boolean;
  readonly in?: boolean;
  readonly json?: boolean;
}

/** Both directions when neither or both are asked for. */
export async function citesCommand(access: LibraryAccess, name: string, options: CitesOptions): Promise<number> {
  const id = await access.findDocument(name);
  const both = options.out === options.in;
  const out = both || options.out === true ? await access.citations(id, 'out') : null;
  const incoming = both || options.in === true ? await access.citations(id, 'in') : null;
  if (options.json) {
    printJson({ id, ...(out === null ? {} : { out }), ...(incoming === null ? {} : { in: incoming }) });
    return EXIT.done;
  }
  if (out !== null) printList(say('本文引用', 'Cites'), out);
  if (incoming !== null) printList(say('被引用', 'Cited by'), incoming);
  return EXIT.done;
}

function printList(heading: string, { total, citations }: CitationsResponse): void {
  print(`${heading} (${total})`);
  for (const citation of citations) {
    print(`  ${RELATIONS[citation.relation]?.() ?? citation.relation}  ${nameOf(citation)}${standing(citation)}`);
    print(`      ${citation.in ? `${citation.in}  ` : ''}${citation.quote}`);
  }
}

function nameOf({ document, title, number, pin }: CitationView): string {
  const shown = document ?? { title, number };
  return [shown.title === null ? null : `《${shown.title}》`, shown.number, pin].filter(Boolean).join(' ');
}

function standing({ resolution: { state, version, candidates } }: CitationView): string {
  if (state === 'ambiguous') return say(`（${candidates.length} 件可能，待定）`, ` (${candidates.length} candidates)`);
  if (state === 'unresolved') return say('（库中没有）', ' (not in the library)');
  return version === 'later' ? say('（库中只有较晚版本）', ' (only a later version in the library)') : '';
}

const RELATIONS: Readonly<Record<string, () => string>> = {
  basis: () => say('依据', 'rests on'),
  implements: () => say('落实', 'implements'),
  amends: () => say('修改', 'amends'),
  repeals: () => say('废止', 'repeals'),
  interprets: () => say('解释', 'interprets'),
  forwards: () => say('转发', 'forwards'),
  replies: () => say('批复', 'replies to'),
  applies: () => say('适用', 'applies'),
  mentions: () => say('提及', 'mentions'),
};
