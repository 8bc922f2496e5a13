/** The official release that is fetched when no executable is at hand; nothing is run whose SHA-256 does not agree. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../errors.ts';

export const RELEASE = {
  version: '1.21.0',
  base: 'https://github.com/meilisearch/meilisearch/releases/download',
  assets: {
    'linux-x64': 'meilisearch-linux-amd64',
    'linux-arm64': 'meilisearch-linux-aarch64',
    'darwin-x64': 'meilisearch-macos-amd64',
    'darwin-arm64': 'meilisearch-macos-apple-silicon',
    'win32-x64': 'meilisearch-windows-amd64.exe',
  } as Readonly<Record<string, string>>,
  /** Of the executable that the tests run; for other platforms the user gives the sum that the release page shows. */
  sums: {
    'linux-x64': '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
  } as Readonly<Record<string, string>>,
} as const;

/** How long a download may go without a byte before it counts as blocked. */
const STALLED_MS = 20_000;

export const executableName = (): string => (process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch');

export interface DownloadOptions {
  /** Where the executable is to be. */
  readonly target: string;
  /** GONGBAO_DOWNLOAD_MIRROR: an address that holds the same files as the release page. */
  readonly mirror: string | null;
  /** GONGBAO_MEILISEARCH_SHA256: the sum that the release page shows for this platform's file; null takes ours. */
  readonly sha256: string | null;
}

/** Throws engine_missing when the platform has no release, its sum is not known, the network fails or the sum disagrees. */
export async function downloadMeilisearch({ target, mirror, sha256 }: DownloadOptions): Promise<void> {
  const platform = `${process.platform}-${process.arch}`;
  const asset = RELEASE.assets[platform];
  if (asset === undefined) throw new AppError('engine_missing', { reason: `no release for ${platform}` });
  const expected = sha256 ?? RELEASE.sums[platform];
  if (expected === undefined) throw new AppError('engine_missing', { reason: 'GONGBAO_MEILISEARCH_SHA256' });
  const url = `${mirror ?? RELEASE.base}/v${RELEASE.version}/${asset}`;
  const fresh = `${target}.${process.pid}.part`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await fetchTo(url, fresh);
    const found = await sumOf(fresh);
    if (found !== expected.toLowerCase())
      throw new AppError('engine_missing', { reason: `SHA-256 ${found} ≠ ${expected}` });
    await chmod(fresh, 0o755);
    await rename(fresh, target);
  } finally {
    await rm(fresh, { force: true });
  }
}

async function fetchTo(url: string, file: string): Promise<void> {
  const gone = new AbortController();
  let timer = setTimeout(() => gone.abort(), STALLED_MS);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => gone.abort(), STALLED_MS);
  };
  try {
    const response = await fetch(url, { signal: gone.signal });
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`);
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    body.on('data', alive);
    await pipeline(body, createWriteStream(file), { signal: gone.signal });
  } catch (cause) {
    throw new AppError(
      'engine_missing',
      { reason: `${url}: ${cause instanceof Error ? cause.message : String(cause)}` },
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
