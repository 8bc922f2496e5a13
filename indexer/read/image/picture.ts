/** PNG, JPEG and TIFF files as pages of pixels; a TIFF may hold several. Sizes are checked before anything is unpacked. */
import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import UTIF from 'utif2';
import { AppError } from '../../errors.ts';
import type { Bitmap } from './bitmap.ts';

export type PictureType = 'image/png' | 'image/jpeg' | 'image/tiff';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

export interface Picture {
  readonly sizes: readonly PictureSize[];
  /** Page from 1. */
  render(page: number): Bitmap;
}

/** A1 at 300 dpi. */
const MOST_PIXELS = 70_000_000;
const MOST_PAGES = 2000;
const MILLIMETRES_AN_INCH = 25.4;
/** The width of a page whose file does not tell its size: A4. */
const USUAL_WIDTH_INCHES = 8.27;
const LEAST_DPI = 50;

/** What the first bytes say; null for anything else. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const starts = (...head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a)) return 'image/tiff';
  return null;
}

/** Throws file_damaged or file_too_large. */
export function openPicture(bytes: Uint8Array): Picture {
  try {
    const type = pictureType(bytes);
    if (type === 'image/png') return single(pngSize(bytes), () => PNG.sync.read(Buffer.from(bytes)).data);
    if (type === 'image/jpeg') return single(jpegSize(bytes), () => unpackJpeg(bytes));
    return openTiff(bytes);
  } catch (cause) {
    throw toFileError(cause);
  }
}

function single(size: PictureSize, unpack: () => Uint8Array): Picture {
  checkSize(size);
  return { sizes: [size], render: () => guarded(() => ({ ...size, data: unpack() })) };
}

function unpackJpeg(bytes: Uint8Array): Uint8Array {
  return decodeJpeg(bytes, { useTArray: true, formatAsRGBA: true, maxMemoryUsageInMB: 700, maxResolutionInMP: 70 })
    .data;
}

function openTiff(bytes: Uint8Array): Picture {
  const buffer = Buffer.from(bytes);
  const entries = UTIF.decode(buffer).filter((entry) => numberOf(entry.t256) > 0);
  if (entries.length === 0) throw new AppError('file_damaged', { reason: 'no image' });
  if (entries.length > MOST_PAGES)
    throw new AppError('file_too_large', { size: `${entries.length} 页`, limit: `${MOST_PAGES} 页` });
  const sizes = entries.map((entry) => {
    const unit = numberOf(entry.t296) === 3 ? MILLIMETRES_AN_INCH / 10 : 1;
    const [width, height] = [numberOf(entry.t256), numberOf(entry.t257)];
    return { width, height, dpi: likelyDpi(numberOf(entry.t282) * unit, width, height) };
  });
  sizes.forEach(checkSize);
  return {
    sizes,
    render(page) {
      const entry = entries[page - 1];
      const size = sizes[page - 1];
      if (entry === undefined || size === undefined) throw new AppError('not_found', { what: `${page}` });
      return guarded(() => {
        UTIF.decodeImage(buffer, entry);
        const data = UTIF.toRGBA8(entry);
        // The library keeps what it unpacked; a volume of scans would fill the memory.
        entry.data = new Uint8Array(0);
        return { ...size, data };
      });
    },
  };
}

function numberOf(tag: unknown): number {
  const value = Array.isArray(tag) ? tag[0] : tag;
  return typeof value === 'number' ? value : 0;
}

function pngSize(bytes: Uint8Array): PictureSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  let dpi = 0;
  for (let at = 8; at + 12 < bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'pHYs' && bytes[at + 16] === 1) dpi = (view.getUint32(at + 8) * MILLIMETRES_AN_INCH) / 1000;
    if (name === 'IDAT' || name === 'pHYs') break;
  }
  return { width, height, dpi: likelyDpi(dpi, width, height) };
}

/** Walks the segments up to the frame header, which tells width and height. */
function jpegSize(bytes: Uint8Array): PictureSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let dpi = 0;
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xe0 && view.getUint8(at + 11) > 0)
      dpi = view.getUint16(at + 12) * (view.getUint8(at + 11) === 2 ? MILLIMETRES_AN_INCH / 10 : 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { width, height, dpi: likelyDpi(dpi, width, height) };
    }
  }
  throw new AppError('file_damaged', { reason: 'no frame' });
}

/** Cameras write 72 or 96 whatever they took: a page is no metre wide. */
function likelyDpi(said: number, width: number, height: number): number {
  const usual = Math.max(LEAST_DPI, Math.min(width, height) / USUAL_WIDTH_INCHES);
  return said >= usual * 0.6 && said <= usual * 3 ? said : usual;
}

function checkSize({ width, height }: PictureSize): void {
  if (width === 0 || height === 0) throw new AppError('file_damaged', { reason: `${width} × ${height}` });
  if (width * height > MOST_PIXELS)
    throw new AppError('file_too_large', { size: `${width} × ${height}`, limit: `${MOST_PIXELS / 1_000_000} MP` });
}

function guarded<T>(unpack: () => T): T {
  try {
    return unpack();
  } catch (cause) {
    throw toFileError(cause);
  }
}

function toFileError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError('file_damaged', { reason: cause instanceof Error ? cause.message : String(cause) }, { cause });
}
