/** A progress bar on stderr, only where a person watches. */
import { MultiBar, Presets, type SingleBar } from 'cli-progress';

export interface Progress {
  /** Shows `done` of `total` with a word beside it. */
  update(done: number, total: number, beside: string): void;
  stop(): void;
}

/** A bar when stderr is a terminal and `wanted`, else nothing at all. */
export function startProgress(title: string, wanted: boolean): Progress {
  if (!wanted || !process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bars = new MultiBar(
    {
      format: `${title} {bar} {percentage}% {value}/{total} · {eta_formatted} · {beside}`,
      hideCursor: true,
      clearOnComplete: false,
      stream: process.stderr,
    },
    Presets.shades_grey,
  );
  let bar: SingleBar | null = null;
  return {
    update(done, total, beside) {
      bar ??= bars.create(total, done, { beside });
      bar.setTotal(total);
      bar.update(done, { beside });
    },
    stop: () => bars.stop(),
  };
}
