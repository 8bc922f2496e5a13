/** Numbers, dates, sizes and durations as each language writes them; all by Intl. */
import type { Language } from './words.ts';

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

export interface Format {
  /** 12345 gives 12,345. */
  readonly number: (value: number) => string;
  /** 2020-09-06 gives 2020年9月6日; what is no ISO day stays. */
  readonly day: (iso: string) => string;
  /** An instant, to the minute. */
  readonly moment: (iso: string) => string;
  /** 61234 gives 61.2 KB. */
  readonly size: (bytes: number) => string;
  /** As exactly as an estimate can be: 45 gives 45 秒, 75 gives 1 分钟, 5400 gives 1 小时 30 分钟. */
  readonly duration: (seconds: number) => string;
  readonly percent: (share: number) => string;
}

function makeFormat(language: Language): Format {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const unit = (value: number, name: string): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  return {
    number: (value) => number.format(value),
    day: (iso) => {
      const date = new Date(`${iso}T00:00:00Z`);
      return Number.isNaN(date.getTime()) ? iso : day.format(date);
    },
    moment: (iso) => {
      const date = new Date(iso);
      return Number.isNaN(date.getTime()) ? iso : moment.format(date);
    },
    size: (bytes) => {
      if (bytes < 1000) return `${number.format(bytes)} B`;
      if (bytes < 1_000_000) return `${decimal.format(bytes / 1000)} KB`;
      return bytes < 1e9 ? `${decimal.format(bytes / 1e6)} MB` : `${decimal.format(bytes / 1e9)} GB`;
    },
    duration: (seconds) => {
      const whole = Math.max(0, Math.round(seconds));
      if (whole < 60) return unit(whole, 'second');
      const minutes = Math.round(whole / 60);
      if (minutes < 60) return unit(minutes, 'minute');
      return [unit(Math.floor(minutes / 60), 'hour'), minutes % 60 > 0 ? unit(minutes % 60, 'minute') : '']
        .join(' ')
        .trim();
    },
    percent: (share) => percent.format(share),
  };
}

/** For what belongs to a text itself, such as the date below it: a text is Chinese whatever language the client speaks. */
export const TEXT_FORMAT: Format = makeFormat('zh');

export const FORMATS: Readonly<Record<Language, Format>> = { zh: makeFormat('zh'), en: makeFormat('en') };
