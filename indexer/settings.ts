/**
 * Every setting of the service: its name in the environment and what it means. Read once, at the edge (service-main, CLI);
 * everything below is handed values. README.md repeats this table; test/rules.test.ts checks that it does.
 */
import type { Language } from './errors.ts';

export const SETTINGS = {
  GONGBAO_LIBRARY: 'folder of the library; the data folder of the user if not set',
  GONGBAO_MEILISEARCH: 'path of a Meilisearch executable to use before any other',
  GONGBAO_LIBREOFFICE:
    'path of the LibreOffice program (soffice) that reads .doc, .wps and .rtf; looked for if not set',
  GONGBAO_LANGUAGE: 'zh or en: language of messages; from the system if not set',
  GONGBAO_LOG_LEVEL: 'how much goes to logs/service.log: error, warn, info (default) or debug',
  GONGBAO_SAMPLES: 'folder of the sample gazettes',
  GONGBAO_RESOURCES: 'resources folder of the packaged application',
  GONGBAO_RENDERER: 'folder of the built client',
  GONGBAO_DOWNLOAD_MIRROR: 'address that holds the Meilisearch release files, instead of GitHub',
  GONGBAO_MEILISEARCH_SHA256: 'SHA-256 that a downloaded Meilisearch must have, where no sum is built in',
  GONGBAO_TOKEN: 'bearer token of the service; a random one at each start if not set',
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The value of a setting, or null when it is not set or empty. */
export function readSetting(name: SettingName, environment: NodeJS.ProcessEnv = process.env): string | null {
  return environment[name] || null;
}

/** `zh` unless GONGBAO_LANGUAGE, or else the system's locale, begins with `en`. */
export function readLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const { GONGBAO_LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  return (GONGBAO_LANGUAGE || LC_ALL || LC_MESSAGES || LANG || 'zh').startsWith('en') ? 'en' : 'zh';
}
