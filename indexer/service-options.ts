/** Reads the environment once and says what the service is to be started with; the CLI and the desktop add their own. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, defaultLibrary } from './paths.ts';
import type { ServiceOptions } from './service.ts';
import { readLanguage, readSetting } from './settings.ts';

/** Bundles stand in out/indexer/, beside out/renderer/; that is so in the packaged app too. */
const OUT = fileURLToPath(new URL('..', import.meta.url));

const existing = (path: string): string | null => (existsSync(path) ? path : null);

export function serviceOptions(library: string | null): ServiceOptions {
  return {
    library: resolve(library ?? readSetting('GONGBAO_LIBRARY') ?? defaultLibrary()),
    host: '127.0.0.1',
    port: 0,
    token: readSetting('GONGBAO_TOKEN'),
    language: readLanguage(),
    logLevel: readSetting('GONGBAO_LOG_LEVEL') ?? 'info',
    renderer: readSetting('GONGBAO_RENDERER') ?? existing(resolve(OUT, 'renderer')),
    samples: readSetting('GONGBAO_SAMPLES') ?? existing(resolve(OUT, '../test/fixtures/gazettes')),
    resources: readSetting('GONGBAO_RESOURCES'),
    meilisearch: readSetting('GONGBAO_MEILISEARCH'),
    cache: cacheFolder(),
    downloadMirror: readSetting('GONGBAO_DOWNLOAD_MIRROR'),
    meilisearchSha256: readSetting('GONGBAO_MEILISEARCH_SHA256'),
    libreOffice: readSetting('GONGBAO_LIBREOFFICE'),
    parseWorker: resolve(OUT, 'indexer/parse-worker.mjs'),
    pageWorker: resolve(OUT, 'indexer/page-worker.mjs'),
    writerWorker: resolve(OUT, 'indexer/writer-worker.mjs'),
    importSamples: false,
  };
}
