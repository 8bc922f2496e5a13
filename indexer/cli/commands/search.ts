/** `gongbao search QUERY`: hits with their passages; found words stand out where stdout is a terminal. */
import type { Hit, SearchRequest, SearchResponse } from '../../contract.ts';
import type { LibraryAccess } from '../library-access.ts';
import { EXIT, note, print, printJson, say } from '../output.ts';

export async function searchCommand(
  access: LibraryAccess,
  request: SearchRequest,
  options: { readonly json?: boolean },
): Promise<number> {
  const response = await access.search(request);
  if (options.json) {
    printJson(response);
    return EXIT.done;
  }
  for (const { text } of response.query.notes) note(text);
  for (const { text } of response.query.chips.filter(({ kind }) => kind !== 'word' && kind !== 'phrase')) note(text);
  if (response.total === 0) {
    printNothing(response);
    return EXIT.done;
  }
  for (const { label, documents } of response.issues) print(`${label} · ${documents}`);
  response.hits.forEach((hit, index) => {
    print(`${request.offset + index + 1}. ${mark(hit.title, hit.titleHighlights)}`);
    print(`   ${[hit.number, hit.issuers.join('、'), hit.writtenOn, hit.issue?.label].filter(Boolean).join(' · ')}`);
    for (const { path, text, highlights } of hit.passages)
      print(`   ${path === '' ? '' : `${path}  `}${mark(text, highlights)}`);
    for (const { kind, weight, text } of hit.explanation ?? [])
      print(`   ${kind === 'factor' ? '×' : '+'}${weight}  ${text}`);
  });
  print(
    say(
      `共 ${response.total} 条，${response.tookMs.toFixed(0)} 毫秒`,
      `${response.total} in all, ${response.tookMs.toFixed(0)} ms`,
    ),
  );
  return EXIT.done;
}

/** What may have been meant, and what leaves nothing. */
function printNothing({ help }: SearchResponse): void {
  print(
    say(
      '没有找到。请减少词语、换一种说法，或用 gongbao status 查看资料库是否为空。',
      'Nothing found. Use fewer or other words, or see with gongbao status whether the library is empty.',
    ),
  );
  for (const { meant, total } of help.didYouMean) print(`   ${say('是否要找', 'Did you mean')} ${meant} (${total})`);
  for (const { text, total } of help.blockers.filter((one) => one.text !== ''))
    print(`   ${say('去掉', 'Without')} ${text}: ${total}`);
  for (const { title } of help.nearestTitles) print(`   ${say('相近标题', 'Near title')} ${title}`);
}

function mark(text: string, highlights: Hit['titleHighlights']): string {
  if (!process.stdout.isTTY) return text;
  let marked = '';
  let at = 0;
  for (const [start, end] of highlights) {
    marked += `${text.slice(at, start)}\u001b[1;33m${text.slice(start, end)}\u001b[0m`;
    at = end;
  }
  return marked + text.slice(at);
}
