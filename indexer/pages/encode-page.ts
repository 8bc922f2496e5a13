/** Pixels of a page → a file that browsers show: PNG for print, JPEG for photographs and scans, which PNG would bloat. */
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Bitmap } from '../read/image/bitmap.ts';

export interface PageImage {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

const QUALITY = 82;
const SAMPLES = 4000;
/** From this share of pixels that are neither ink nor paper on, a page is a photograph. */
const TINTED = 0.25;

export function encodePage(bitmap: Bitmap): PageImage {
  const { width, height, data } = bitmap;
  if (isPhotograph(bitmap)) return { mediaType: 'image/jpeg', bytes: encode({ width, height, data }, QUALITY).data };
  const picture = new PNG({ width, height, deflateLevel: 3, colorType: 2 });
  picture.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return { mediaType: 'image/png', bytes: PNG.sync.write(picture, { deflateLevel: 3, colorType: 2 }) };
}

function isPhotograph({ width, height, data }: Bitmap): boolean {
  const step = Math.max(1, Math.floor((width * height) / SAMPLES));
  let [seen, tinted] = [0, 0];
  for (let pixel = 0; pixel < width * height; pixel += step) {
    const light = data[pixel * 4 + 1] ?? 255;
    seen += 1;
    if (light > 24 && light < 250) tinted += 1;
  }
  return tinted > seen * TINTED;
}
