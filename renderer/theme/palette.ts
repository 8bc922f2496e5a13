/**
 * Every colour of the client, once: antd's tokens and the style sheets' custom properties both come from here.
 * Texts keep a contrast of 4.5 to 1 on every surface they stand on; antd's own secondary greys do not.
 */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  /** Panels and hovered rows. */
  readonly raised: string;
  readonly line: string;
  /** Borders of things to click: 3 to 1. */
  readonly edge: string;
  readonly ink: string;
  readonly inkSecondary: string;
  readonly inkTertiary: string;
  /** The one accent: links, choices, focus. */
  readonly accent: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly mark: string;
  readonly markInk: string;
  readonly markNow: string;
  readonly markNowInk: string;
  readonly good: string;
  readonly goodSoft: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly bad: string;
  readonly badSoft: string;
  readonly shadow: string;
}

export const LIGHT: Palette = {
  page: '#f6f6f4',
  surface: '#ffffff',
  raised: '#f1f2f4',
  line: '#e3e4e6',
  edge: '#8b9098',
  ink: '#1c2026',
  inkSecondary: '#4a515b',
  inkTertiary: '#5d6570',
  accent: '#1c4f91',
  accentSoft: '#e8eff8',
  onAccent: '#ffffff',
  mark: '#ffe79a',
  markInk: '#1c2026',
  markNow: '#f08c1d',
  markNowInk: '#1c1004',
  good: '#1d6b3a',
  goodSoft: '#e6f3ea',
  warn: '#8a5200',
  warnSoft: '#fbf0dc',
  bad: '#a8261f',
  badSoft: '#fbe9e7',
  shadow: '0 1px 2px rgb(20 25 35 / 6%), 0 4px 16px rgb(20 25 35 / 5%)',
};

export const DARK: Palette = {
  page: '#14161a',
  surface: '#1c1f24',
  raised: '#272b32',
  line: '#33383f',
  edge: '#7f8792',
  ink: '#e7e8ea',
  inkSecondary: '#b9bec6',
  inkTertiary: '#a0a7b1',
  accent: '#8db8f2',
  accentSoft: '#22324a',
  onAccent: '#0d1b2e',
  mark: '#6a5513',
  markInk: '#fff3cc',
  markNow: '#f0a13c',
  markNowInk: '#1c1004',
  good: '#83cf9b',
  goodSoft: '#1d3326',
  warn: '#e7b566',
  warnSoft: '#3a2e17',
  bad: '#f29a94',
  badSoft: '#44211f',
  shadow: '0 1px 2px rgb(0 0 0 / 40%)',
};

/** `inkSecondary` is `--ink-secondary` in the style sheets. */
export function customProperty(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
