/** One line for whoever typed the command, in his language; results go to stdout, this to stderr. */
import { readLanguage } from '../../indexer/settings.ts';

export type Say = (zh: string, en: string) => void;

export const say: Say = (zh, en) => console.error(readLanguage() === 'zh' ? zh : en);
