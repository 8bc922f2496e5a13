/** Pictures of pages: their sizes are known before they are unpacked, and bad ones are named. */
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import UTIF from 'utif2';
import { describe, expect, it } from 'vitest';
import { openPicture, pictureType } from '../../../../indexer/read/image/picture.ts';
import { readImage } from '../../../../indexer/read/image/read-image.ts';

const [WIDTH, HEIGHT] = [83, 117];
const rgba = new Uint8Array(WIDTH * HEIGHT * 4).fill(255);
const png = new Uint8Array(
  PNG.sync.write(Object.assign(new PNG({ width: WIDTH, height: HEIGHT }), { data: Buffer.from(rgba) })),
);
const jpeg = new Uint8Array(encode({ width: WIDTH, height: HEIGHT, data: rgba }, 80).data);
const tiff = new Uint8Array(UTIF.encodeImage(rgba, WIDTH, HEIGHT));

describe.each([
  ['image/png', png],
  ['image/jpeg', jpeg],
  ['image/tiff', tiff],
] as const)('%s', (type, bytes) => {
  it('is known by its first bytes, and unpacked', () => {
    expect(pictureType(bytes)).toBe(type);
    const { sizes, render } = openPicture(bytes);
    expect(sizes).toMatchObject([{ width: WIDTH, height: HEIGHT }]);
    expect(render(1).data.length).toBe(rgba.length);
  });

  it('is a page of about A4 that waits for OCR', async () => {
    const { pages, problems, lines } = await readImage(bytes);
    expect(pages).toMatchObject([{ page: 1, scanned: true }]);
    expect(problems).toMatchObject([{ code: 'pages_scanned' }]);
    expect(lines).toEqual([]);
  });

  it('takes what was recognised', async () => {
    const recognised = new Map([[1, [{ text: '第一条', line: 1, page: 1 }]]]);
    expect((await readImage(bytes, { recognised })).lines).toMatchObject([{ text: '第一条', line: 1, page: 1 }]);
  });

  it('is damaged when it is cut off', () => {
    const cut = bytes.slice(0, 40);
    expect(() => openPicture(cut).render(1)).toThrow(expect.objectContaining({ code: 'file_damaged' }));
  });
});

it('refuses a picture that would fill the memory, before it is unpacked', () => {
  const huge = png.slice();
  new DataView(huge.buffer).setUint32(16, 60_000);
  new DataView(huge.buffer).setUint32(20, 60_000);
  expect(() => openPicture(huge)).toThrow(expect.objectContaining({ code: 'file_too_large' }));
});

it('takes other files for no picture', () => {
  expect(pictureType(new TextEncoder().encode('第一条'))).toBeNull();
});
