/**
 * The dictionary of a library: dictionary.txt in its folder, which a librarian may edit by hand while the program is closed, or
 * through the service. When its words have changed, what was indexed by the old ones is indexed again.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from './catalogue/catalogue.ts';
import { setUserWords } from './segment/segment.ts';
import { setUserSynonyms } from './segment/synonyms.ts';
import { readDictionary, type UserDictionary } from './segment/user-dictionary.ts';

export interface Dictionary {
  read(): UserDictionary & { readonly text: string };
  /** Keeps the text as it is, problems and all: remarks and order are the librarian's. */
  write(text: string): void;
}

const SETTING = 'dictionary';

/** Takes the words of the library into use. `changed` is called when its texts must be cut anew. */
export function openDictionary(folder: string, catalogue: Catalogue, changed: () => void): Dictionary {
  const file = join(folder, 'dictionary.txt');
  const apply = (text: string): void => {
    const { words, synonyms } = readDictionary(text);
    setUserWords(words);
    setUserSynonyms(synonyms);
    const print =
      words.length === 0
        ? ''
        : createHash('sha256')
            .update([...words].sort().join('\n'))
            .digest('hex');
    if ((catalogue.setting(SETTING) ?? '') === print) return;
    catalogue.setSetting(SETTING, print);
    catalogue.refillOutbox();
    changed();
  };
  const text = (): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  };
  apply(text());
  return {
    read: () => ({ text: text(), ...readDictionary(text()) }),
    write: (next) => {
      // Beside it and moved, so that a power cut leaves the old one or the new one.
      writeFileSync(`${file}.new`, next);
      renameSync(`${file}.new`, file);
      apply(next);
    },
  };
}
