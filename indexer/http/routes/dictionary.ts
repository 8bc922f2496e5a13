/** GET and PUT /dictionary: the library's own words and synonyms. */
import { DictionaryUpdate, DictionaryView } from '../../contract.ts';
import type { Dictionary } from '../../dictionary.ts';
import type { Parts, Server } from '../parts.ts';

export function dictionaryRoutes(server: Server, { dictionary }: Parts): void {
  server.get(
    '/dictionary',
    {
      schema: {
        summary: 'The words and synonyms of the library',
        tags: ['search'],
        response: { 200: DictionaryView },
      },
    },
    async () => viewOf(dictionary),
  );

  server.put(
    '/dictionary',
    {
      schema: {
        summary: 'Replaces the words and synonyms of the library',
        tags: ['search'],
        body: DictionaryUpdate,
        response: { 200: DictionaryView },
      },
    },
    async (request) => {
      dictionary.write(request.body.text);
      return viewOf(dictionary);
    },
  );
}

function viewOf(dictionary: Dictionary): DictionaryView {
  const { text, words, synonyms, problems } = dictionary.read();
  return { text, words: [...words], synonyms: synonyms.map((group) => [...group]), problems: [...problems] };
}
