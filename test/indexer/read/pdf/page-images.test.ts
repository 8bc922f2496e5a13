/** Pages drawn: with fonts that are not embedded, turned, too large, and of files that are none. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from '../../../../indexer/read/image/bitmap.ts';
import { openPageImages } from '../../../../indexer/read/pdf/page-images.ts';
import { findChineseFont } from '../../../../indexer/read/pdf/system-font.ts';
import { temporaryFolder } from '../../../support/library.ts';
import { A4, writePicturePdf, writeTextPdf } from '../../../support/pdf-writer.ts';

const LINE = { text: '第一条　为了加强档案管理，制定本办法。', x: 80, y: 100, size: 14 };

/** Dark pixels in a box of points, at 72 dpi. */
function inkIn({ width, data }: Bitmap, [x, y, w, h]: readonly [number, number, number, number]): number {
  let ink = 0;
  for (let row = y; row < y + h; row += 1)
    for (let column = x; column < x + w; column += 1) if ((data[(row * width + column) * 4] ?? 255) < 128) ink += 1;
  return ink;
}

async function draw(pdf: Uint8Array, dpi = 72): Promise<Bitmap> {
  const images = await openPageImages(pdf);
  try {
    return await images.render(1, dpi);
  } finally {
    images.close();
  }
}

describe('openPageImages', () => {
  // Without any Chinese font on the computer there is nothing to lend: the page stays as pdfium draws it.
  it.skipIf(findChineseFont() === null).each(['GBK-EUC-H', 'UniGB-UCS2-H'] as const)(
    'lends a font of this computer to text whose font is not embedded (%s)',
    async (map) => {
      const page = await draw(writeTextPdf([[LINE]], map));
      expect(inkIn(page, [80, 98, 42, 18])).toBeGreaterThan(60);
      expect(inkIn(page, [80, 200, 200, 40])).toBe(0);
    },
  );

  it('draws a turned page as it is shown', async () => {
    const { width, height } = await draw(writeTextPdf([[LINE]], 'UniGB-UCS2-H', { ...A4, rotate: 90 }));
    expect([width, height]).toEqual([A4.height, A4.width]);
  });

  it('keeps the pixels of an oversized page within bounds', async () => {
    const picture = { width: 10, height: 10, gray: new Uint8Array(100) };
    const page = await draw(writePicturePdf([picture], { width: 6000, height: 6000 }), 300);
    expect(page.width * page.height).toBeLessThan(17_000_000);
    expect(page.dpi).toBeLessThan(60);
  });

  it('names what is wrong', async () => {
    await expect(openPageImages(new TextEncoder().encode('no PDF'))).rejects.toMatchObject({ code: 'file_damaged' });
    const images = await openPageImages(writeTextPdf([[LINE]]));
    await expect(images.render(2, 72)).rejects.toMatchObject({ code: 'not_found' });
    images.close();
  });
});

describe('findChineseFont', () => {
  it('prefers Song, as gazettes are set, and finds none where there is none', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder.path, 'deep/er'), { recursive: true });
    for (const name of ['DejaVuSans.ttf', 'NotoSansCJK-Regular.ttc']) writeFileSync(join(folder.path, name), '');
    expect(findChineseFont([folder.path])).toBe(join(folder.path, 'NotoSansCJK-Regular.ttc'));
    writeFileSync(join(folder.path, 'deep/er/simsun.ttc'), '');
    expect(findChineseFont([folder.path])).toBe(join(folder.path, 'deep/er/simsun.ttc'));
    expect(findChineseFont([join(folder.path, 'missing')])).toBeNull();
    folder.remove();
  });
});
