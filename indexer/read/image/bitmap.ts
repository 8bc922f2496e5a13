/** Pixels of a page, and the few things done with them before a recogniser looks at them. */

/** RGBA, row by row. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Pixels an inch. */
  readonly dpi: number;
}

/** One byte a pixel, 0 is black. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export function toGray({ width, height, data }: Bitmap): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i += 1) {
    const [r = 255, g = 255, b = 255, a = 255] = [data[i * 4], data[i * 4 + 1], data[i * 4 + 2], data[i * 4 + 3]];
    const light = (r * 299 + g * 587 + b * 114) / 1000;
    // What is transparent shows the paper.
    pixels[i] = 255 - ((255 - light) * a) / 255;
  }
  return { width, height, pixels };
}

/** Each side divided by a whole number, pixels averaged. */
export function shrink({ width, height, pixels }: GrayImage, by: number): GrayImage {
  const [w, h] = [Math.max(1, Math.floor(width / by)), Math.max(1, Math.floor(height / by))];
  const small = new Uint8Array(w * h);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < by; dy += 1)
        for (let dx = 0; dx < by; dx += 1) sum += pixels[(y * by + dy) * width + x * by + dx] ?? 255;
      small[y * w + x] = sum / (by * by);
    }
  return { width: w, height: h, pixels: small };
}

/** Turned about its middle, counter-clockwise in degrees; what comes from outside is white. */
export function turn(image: GrayImage, degrees: number): GrayImage {
  if (degrees === 0) return image;
  const { width, height, pixels } = image;
  const turned = new Uint8Array(width * height).fill(255);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const sx = cx + (x - cx) * cos - (y - cy) * sin;
      const sy = cy + (x - cx) * sin + (y - cy) * cos;
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) continue;
      const [fx, fy] = [sx - x0, sy - y0];
      const at = y0 * width + x0;
      const top = (pixels[at] ?? 255) * (1 - fx) + (pixels[at + 1] ?? 255) * fx;
      const low = (pixels[at + width] ?? 255) * (1 - fx) + (pixels[at + width + 1] ?? 255) * fx;
      turned[y * width + x] = top * (1 - fy) + low * fy;
    }
  return { width, height, pixels: turned };
}

/** A quarter turn clockwise. */
export function turnQuarter({ width, height, pixels }: GrayImage): GrayImage {
  const turned = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) turned[x * height + (height - 1 - y)] = pixels[y * width + x] ?? 255;
  return { width: height, height: width, pixels: turned };
}

/** Neighbours on clean paper differ by less. */
const SPECKS = 16;

/** Whether the paper itself is speckled, as a bad copy or a sensitive scanner gives it. */
export function isSpeckled(image: GrayImage): boolean {
  const { width, pixels } = image;
  const threshold = inkThreshold(image);
  let [sum, seen] = [0, 0];
  for (let at = 0; at + 1 < pixels.length; at += 1) {
    const [light, next] = [pixels[at] ?? 255, pixels[at + 1] ?? 255];
    if (light <= threshold || next <= threshold || (at + 1) % width === 0) continue;
    sum += Math.abs(light - next);
    seen += 1;
  }
  return seen > 0 && sum / seen > SPECKS;
}

/** Each pixel the mean of itself and its eight neighbours: specks fade, strokes stay. */
export function smooth({ width, height, pixels }: GrayImage): GrayImage {
  const even = new Uint8Array(pixels);
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      let sum = 0;
      for (let row = y - 1; row <= y + 1; row += 1) {
        const at = row * width + x;
        sum += (pixels[at - 1] ?? 255) + (pixels[at] ?? 255) + (pixels[at + 1] ?? 255);
      }
      even[y * width + x] = sum / 9;
    }
  return { width, height, pixels: even };
}

/** The lightness that parts ink from paper best (Otsu 1979). */
export function inkThreshold({ pixels }: GrayImage): number {
  const counts = new Array<number>(256).fill(0);
  for (const pixel of pixels) counts[pixel] = (counts[pixel] ?? 0) + 1;
  const total = pixels.length;
  const sum = counts.reduce((all, count, light) => all + count * light, 0);
  let [dark, darkSum, best, threshold] = [0, 0, -1, 127];
  counts.forEach((count, light) => {
    dark += count;
    darkSum += count * light;
    const pale = total - dark;
    if (dark === 0 || pale === 0) return;
    const between = dark * pale * (darkSum / dark - (sum - darkSum) / pale) ** 2;
    if (between > best) [best, threshold] = [between, light];
  });
  return threshold;
}
