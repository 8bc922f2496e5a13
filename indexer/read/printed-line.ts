/** A line as it was laid out on its page → a line of the file. */
import type { PrintedLine } from './layout/rows.ts';
import type { SourceLine } from './read-text.ts';

/** `line` and `page` from 1. Places are kept to a tenth of a point. */
export function toLine(printed: PrintedLine, line: number, page: number): SourceLine {
  const { text, box, block, size, bold, row, confidence } = printed;
  return {
    text,
    line,
    page,
    box: { x: tenth(box.x), y: tenth(box.y), width: tenth(box.width), height: tenth(box.height) },
    block,
    size: tenth(size),
    ...(bold ? { bold } : {}),
    ...(row ? { row } : {}),
    ...(confidence < 1 ? { confidence: Math.round(confidence * 1000) / 1000 } : {}),
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
