import { describe, expect, it } from 'vitest';
import { PageCache } from '../../../indexer/http/page-cache.ts';
import type { PageImage } from '../../../indexer/pages/encode-page.ts';

const MEGABYTE = 1024 * 1024;
const picture = (megabytes: number): PageImage => ({
  mediaType: 'image/png',
  bytes: new Uint8Array(megabytes * MEGABYTE),
});

describe('PageCache', () => {
  it('draws once for two that ask at the same time, and for who asks again', async () => {
    const cache = new PageCache();
    let drawn = 0;
    const draw = async (): Promise<PageImage> => {
      drawn += 1;
      return picture(1);
    };
    await Promise.all([cache.take('a', draw), cache.take('a', draw)]);
    await cache.take('a', draw);
    expect(drawn).toBe(1);
  });

  it('forgets what was not asked for the longest time when it is full', async () => {
    const cache = new PageCache();
    const drawn: string[] = [];
    const take = (name: string): Promise<PageImage> =>
      cache.take(name, async () => {
        drawn.push(name);
        return picture(10);
      });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await take(name);
    expect(drawn).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps no failure', async () => {
    const cache = new PageCache();
    await expect(cache.take('a', () => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged');
    expect((await cache.take('a', async () => picture(1))).mediaType).toBe('image/png');
  });
});
