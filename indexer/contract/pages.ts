/** The pages of an original, and where the lines of a document stand on them. */
import { z } from 'zod';

export const PagesRequest = z.object({ source: z.string().max(64).optional() });

/** Page from 1; x, y, width and height in points from the top left corner; characters without blanks; how sure OCR is, in percent. */
export const PrintedLineView = z.tuple([
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
]);
export type PrintedLineView = z.infer<typeof PrintedLineView>;

export const PageView = z.object({
  page: z.number().int(),
  /** In points. */
  width: z.number(),
  height: z.number(),
  /** Its text, if any, was recognised from an image. */
  scanned: z.boolean(),
});
export type PageView = z.infer<typeof PageView>;

export const PagesResponse = z.object({
  sourceId: z.string(),
  /** All pages of the file; none for a format without pages. */
  pages: z.array(PageView),
  /** Number of the first line in `lines`, from 1. */
  firstLine: z.number().int(),
  /** The lines of this document. */
  lines: z.array(PrintedLineView),
  /** First and last line of each provision, by its ordinal; empty when the text shown was read from another source. */
  provisions: z.array(z.tuple([z.number().int(), z.number().int()]).nullable()),
});
export type PagesResponse = z.infer<typeof PagesResponse>;

export const PageImageRequest = z.object({ dpi: z.coerce.number().int().min(40).max(400).default(144) });
