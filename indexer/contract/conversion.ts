/** 待转换: files in formats that only LibreOffice reads, known by their names until they are converted. */
import { z } from 'zod';

export const ConversionView = z.object({
  /** Path of the program that is used; null when it is not installed. */
  program: z.string().nullable(),
  /** Files that wait. */
  waiting: z.number().int(),
});
export type ConversionView = z.infer<typeof ConversionView>;
