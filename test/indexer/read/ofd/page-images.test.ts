/** Pages of an OFD drawn: text, pictures, lines, and what recognition reads of a page that is a picture. */
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from '../../../../indexer/read/image/bitmap.ts';
import { openPageSource } from '../../../../indexer/read/page-source.ts';
import { findChineseFont } from '../../../../indexer/read/pdf/system-font.ts';
import { type OfdOptions, writeOfd } from '../../../support/write-ofd.ts';

const LINE = { text: '第一条　为了加强档案管理，制定本办法。', x: 80, y: 100, size: 14 };

async function draw(bytes: Uint8Array, page = 1): Promise<Bitmap> {
  const source = await openPageSource(bytes);
  try {
    return await source.render(page, 72);
  } finally {
    source.close();
  }
}

const layer = (objects: string): OfdOptions => ({ more: { layer: objects } });

/** Dark pixels in a box of points, at 72 dpi. */
function inkIn({ width, data }: Bitmap, [x, y, w, h]: readonly [number, number, number, number]): number {
  let ink = 0;
  for (let row = y; row < y + h; row += 1)
    for (let column = x; column < x + w; column += 1) if ((data[(row * width + column) * 4] ?? 255) < 128) ink += 1;
  return ink;
}

/** Black in its lower half. */
function halfBlack(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = (width * height) / 2; pixel < width * height; pixel += 1) data.fill(0, pixel * 4, pixel * 4 + 3);
  return data;
}
const [width, height] = [60, 84];
const PICTURE = { width, height, data: Buffer.from(halfBlack(width, height)) };
const PICTURES = [
  ['PNG', new Uint8Array(PNG.sync.write(Object.assign(new PNG({ width, height }), { data: PICTURE.data })))],
  ['JPEG', new Uint8Array(encode(PICTURE, 90).data)],
] as const;

describe('a page of an OFD', () => {
  it.skipIf(findChineseFont() === null)('shows its text where it stands, in a font of this computer', async () => {
    for (const objects of ['line', 'character', 'scaled'] as const) {
      const page = await draw(writeOfd([[LINE]], { objects }));
      expect([page.width, page.height]).toEqual([595, 842]);
      expect(inkIn(page, [80, 98, 42, 18])).toBeGreaterThan(60);
      expect(inkIn(page, [80, 200, 200, 40])).toBe(0);
    }
  });

  it.each(PICTURES)('shows a picture upright (%s)', async (format, bytes) => {
    const page = await draw(writeOfd([], { pictures: [{ bytes, format }] }));
    expect(inkIn(page, [100, 10, 100, 300])).toBe(0);
    expect(inkIn(page, [100, 500, 100, 300])).toBe(30_000);
  });

  it('shows lines and frames, and leaves out what is hidden or no picture', async () => {
    const path = (attributes: string): string =>
      `<ofd:PathObject ID="6" Boundary="20 50 100 10" ${attributes}><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>`;
    const frame = [57, 142, 283, 28] as const;
    const ink = async (objects: string): Promise<number> => inkIn(await draw(writeOfd([[]], layer(objects))), frame);
    expect(await ink(path('LineWidth="1"'))).toBeGreaterThan(600);
    expect(await ink(path('Fill="true" Stroke="false"'))).toBeGreaterThan(7000);
    expect(await ink(path('Fill="true" Visible="false"'))).toBe(0);
    expect(await ink('<ofd:ImageObject ID="6" Boundary="20 50 100 10" ResourceID="404"/>')).toBe(0);
    const broken = writeOfd([], { pictures: [{ bytes: new Uint8Array([0xff, 0xd8, 0xff, 1, 2]), format: 'JPEG' }] });
    expect(inkIn(await draw(broken), frame)).toBe(0);
  });

  it('that is not there, or of a file that is none, is told', async () => {
    await expect(draw(writeOfd([[LINE]]), 2)).rejects.toMatchObject({ code: 'not_found' });
    await expect(draw(writeOfd([[LINE]]).subarray(0, 300))).rejects.toMatchObject({ code: 'file_damaged' });
  });
});
