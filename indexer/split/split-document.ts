/** What the splitter hands on: one document cut out of a source, its parts told apart, nothing interpreted yet. */
import type { Problem } from '../model.ts';
import type { Printed } from '../text/alignment.ts';

export interface Paragraph {
  readonly text: string;
  /** First and last line of the source, from 1. */
  readonly lines: readonly [number, number];
  readonly page: number | null;
  /** The lines that it was read from, as printed; paragraphs parted from one line share them. */
  readonly printed?: readonly Printed[];
  /** It is a row of a table that the source marks as one. */
  readonly row?: true;
  /** It stands at the foot of a page and belongs to no clause. */
  readonly footnote?: true;
}

/** A row of an issue's contents list. */
export interface ContentsRow {
  readonly title: string;
  readonly number: string | null;
  readonly page: number | null;
}

export interface SplitDocument {
  /** The red 发文机关标志 above number and title, if any. */
  readonly masthead: string | null;
  /** The line of the 统一登记号 above the title. */
  readonly registrationLine: string | null;
  /** As printed, one to five lines; may begin with the issuer. */
  readonly titleLines: readonly Paragraph[];
  readonly numberLine: Paragraph | null;
  /** 主送机关, its colon included. */
  readonly addressee: Paragraph | null;
  /** 题注 of laws: when and by whom adopted, amended, published. */
  readonly adoptionNote: readonly Paragraph[];
  /** What a notice says itself before it signs and hands over to the text that it issues; empty when it issues none. */
  readonly carrier: readonly Paragraph[];
  /** The substantive text, titles of attached texts included, in order. */
  readonly content: readonly Paragraph[];
  /** Those paragraphs of `content` that are titles of attached texts or annexes. */
  readonly attachedTitles: readonly Paragraph[];
  readonly signature: readonly Paragraph[];
  /** （2020年9月6日印发） */
  readonly printNote: Paragraph | null;
  /** 附件：1. … */
  readonly attachmentsList: readonly Paragraph[];
  /** 附注, 联系人, 注：… */
  readonly notes: readonly Paragraph[];
  readonly copiesTo: Paragraph | null;
  readonly contents: ContentsRow | null;
  /** First and last line of the source, from 1. */
  readonly lines: readonly [number, number];
  readonly repairs: number;
  readonly problems: readonly Problem[];
}
