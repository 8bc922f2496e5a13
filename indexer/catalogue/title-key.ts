/** The key under which the catalogue knows a title. The folding itself stands in text/, because the citation stage needs it too. */
export { bareTitleKey, titleKey } from '../text/title-key.ts';
