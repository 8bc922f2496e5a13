/** The words and formats of the language that the user chose. */
import { usePreferences } from '../preferences/use-preferences.ts';
import { FORMATS, type Format } from './format.ts';
import { WORDS, type Words } from './words.ts';

export function useWords(): Words {
  return WORDS[usePreferences().language];
}

export function useFormat(): Format {
  return FORMATS[usePreferences().language];
}
