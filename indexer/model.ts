/**
 * The vocabulary of the field as types. Everything in indexer/ may import this file; it imports nothing.
 * `null` always means “the text does not say”. Dates are ISO days (`2020-09-06`).
 */

/** A stretch of text, `end` excluded. Into which text is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 公报期: one number of a gazette, as its masthead and colophon describe it. */
export interface Issue {
  /** 刊名, e.g. 某某市人民政府公报 */
  readonly publication: string | null;
  readonly year: number | null;
  /** 期 within the year */
  readonly number: number | null;
  /** 总第…期 */
  readonly totalNumber: number | null;
  readonly publishedOn: string | null;
}

/** 发文字号 taken apart: 国办发〔2018〕37号 is `国办发`, 2018, 37. */
export interface DocumentNumber {
  readonly issuerCode: string;
  readonly year: number;
  readonly serial: number;
}

/**
 * The level of a 条款. Laws: part 编, subpart 分编, chapter 章, section 节, article 条, paragraph 款, item （一）, subitem 1.
 * Official documents (GB/T 9704-2012 §7.3.3): heading1 一、 heading2 （一） heading3 1. heading4 （1） heading5 ①.
 * `title` is the title line of an attached text or annex inside the body; `paragraph` is any paragraph without a label;
 * `table` is a row of a table or of a list of names.
 */
export type ProvisionKind =
  | 'title'
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'paragraph'
  | 'item'
  | 'subitem'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'heading5'
  | 'table';

/**
 * 条款: exactly one paragraph of the body, and its place in the outline.
 * All provisions of a document in order, their texts joined by `\n`, are its body.
 */
export interface Provision {
  /** Place in reading order, from 0. */
  readonly ordinal: number;
  readonly kind: ProvisionKind;
  /** The printed label, normalised: 第六条, （三）, 一、; empty for an unlabelled paragraph or a title. */
  readonly label: string;
  /** The full address: 第六条第二款第（三）项 or 二（一）3; unlabelled paragraphs carry the address of what they belong to. */
  readonly path: string;
  /** This paragraph alone, its label included; never the text of provisions below it. */
  readonly text: string;
  /** 1 at the top. */
  readonly depth: number;
  /** Ordinal of the provision that this one stands under, or null at the top. */
  readonly parent: number | null;
  /**
   * Ordinal of the first provision of the clause that this one belongs to. A clause is what a lawyer cites and a search
   * returns: an article with all its 款项, or a numbered point of a notice with the paragraphs that follow it.
   */
  readonly clause: number;
  /** Where the text stands in the body. */
  readonly span: Span;
  /** First and last line of the source file (from 1) that it was read from. */
  readonly lines: readonly [number, number] | null;
  /** Page of the source (from 1), where known. */
  readonly page: number | null;
  /**
   * Where each character was printed, three numbers a piece: its start in the text, the line of the source (from 1), the
   * column in that line (from 0). A character belongs to the last piece that starts at or before it. Not kept in the catalogue.
   */
  readonly pieces?: readonly number[];
}

/** How a document stands to the one it cites, from citing to cited. */
export type CitationRelation =
  | 'basis'
  | 'implements'
  | 'amends'
  | 'repeals'
  | 'interprets'
  | 'forwards'
  | 'replies'
  | 'applies'
  | 'mentions';

/** 引用: one other document named in a text. */
export interface Citation {
  /** Canonical number, e.g. 国办发〔2018〕37号. */
  readonly number: string | null;
  /** Title without the outer 《》. */
  readonly title: string | null;
  readonly relation: CitationRelation;
  /** The words of the sentence that name it. */
  readonly quote: string;
  /** The trigger in the sentence that the relation rests on (根据, 同时废止), or null. */
  readonly trigger: string | null;
  /** The clause of the cited text that is meant, e.g. 第三十三条第一款. */
  readonly pin: string | null;
  /** Path of the provision where the mention stands, or null (the mention is in the title). */
  readonly in: string | null;
  /** Ordinal of that provision. */
  readonly provision: number | null;
  /** Where the mention stands in the body; null when it is in the title. */
  readonly span: Span | null;
}

/** A suggested State Council subject category (22 of them) with a score between 0 and 1. */
export interface TopicSuggestion {
  readonly subject: string;
  /** 二级主题 within the subject, e.g. 城乡建设（含住房）; null when the words do not tell. */
  readonly second?: string | null;
  readonly score: number;
}

/** Something odd in the text that a librarian should know of; it never stops the reading. */
export interface Problem {
  readonly stage: 'read' | 'clean' | 'split' | 'describe' | 'outline' | 'cite' | 'classify';
  readonly code: string;
  readonly message: string;
  /** Line of the source (from 1), where known. */
  readonly line: number | null;
}

/** Fields whose value is derived from words of the text, which `evidence` keeps. */
export type EvidenceField =
  | 'title'
  | 'number'
  | 'writtenOn'
  | 'printedOn'
  | 'effectiveOn'
  | 'expiresOn'
  | 'issuers'
  | 'type'
  | 'registration'
  | 'topics';

/** 公文 as read from one source. */
export interface ParsedDocument {
  readonly title: string;
  readonly number: string | null;
  readonly issuers: readonly string[];
  /** 文种 */
  readonly type: string | null;
  /** 主送机关 */
  readonly addressee: string | null;
  /** 成文日期 */
  readonly writtenOn: string | null;
  /** 印发日期 */
  readonly printedOn: string | null;
  /** 施行日期 */
  readonly effectiveOn: string | null;
  /** 有效期至 (last day in force) */
  readonly expiresOn: string | null;
  /** 统一登记号 */
  readonly registration: string | null;
  /** Titles of the texts that the document issues with itself. */
  readonly attached: readonly string[];
  /** 附件 listed under the text. */
  readonly attachments: readonly string[];
  /** 附注, 抄送, 联系人 and other lines that belong to the document but not to its body. */
  readonly notes: readonly string[];
  readonly copiesTo: string | null;
  readonly topics: readonly TopicSuggestion[];
  /** Clean text, one paragraph a line. */
  readonly body: string;
  readonly provisions: readonly Provision[];
  readonly citations: readonly Citation[];
  /** The words that a derived value rests on. */
  readonly evidence: Readonly<Partial<Record<EvidenceField, string>>>;
  /** First and last line of the source, from 1. */
  readonly lines: readonly [number, number];
  /** How many repairs the cleaning made inside this document: the text with fewer leads when two sources agree. */
  readonly repairs: number;
  readonly problems: readonly Problem[];
}

/** A page of an original as it is printed, sizes in points. */
export interface PrintedPage {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Its text, if any, was recognised from an image. */
  readonly scanned: boolean;
  /** Number of its first line in the source, from 1; 0 when it has none. */
  readonly firstLine: number;
  readonly lines: readonly PrintedPlace[];
}

/**
 * x, y, width and height of a line from the top left corner; its characters without blanks: 0 for a running head or page
 * number; for a line that OCR read, how sure it is of it, in percent.
 */
export type PrintedPlace = readonly [
  x: number,
  y: number,
  width: number,
  height: number,
  characters: number,
  confidence?: number,
];

/** What came out of one file. */
export interface ParsedFile {
  readonly mediaType: string;
  /** WHATWG label of the encoding that was read, null for formats that carry their own. */
  readonly encoding: string | null;
  readonly issue: Issue | null;
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly Problem[];
  readonly characters: number;
  /** Absent for formats without pages. */
  readonly pages?: readonly PrintedPage[];
}

/** 时效性 on a given day. */
export type ValidityStatus =
  | 'in-force'
  | 'not-yet'
  | 'amended'
  | 'partly-repealed'
  | 'expired'
  | 'repealed'
  | 'unknown';

export const VALIDITY_STATUSES: readonly ValidityStatus[] = [
  'in-force',
  'not-yet',
  'amended',
  'partly-repealed',
  'expired',
  'repealed',
  'unknown',
];

/** Why a document has its validity on that day. */
export interface Validity {
  readonly status: ValidityStatus;
  /** The day asked for. */
  readonly on: string;
  /** Rule id, e.g. `expiry-passed`, `repealed-by`, `no-evidence`. */
  readonly rule: string;
  /** The sentence that proves it. */
  readonly quote: string | null;
  /** The day since which the status holds. */
  readonly since: string | null;
  /** Id of the document that repeals or amends it. */
  readonly by: string | null;
}

/** The 22 subject categories of the State Council (国务院公文主题分类), in their official order. */
export const SUBJECTS = [
  '国务院组织机构',
  '综合政务',
  '国民经济管理、国有资产监管',
  '财政、金融、审计',
  '国土资源、能源',
  '农业、林业、水利',
  '工业、交通',
  '商贸、海关、旅游',
  '市场监管、安全生产监管',
  '城乡建设、环境保护',
  '科技、教育',
  '文化、广电、新闻出版',
  '卫生、体育',
  '人口与计划生育、妇女儿童工作',
  '劳动、人事、监察',
  '公安、安全、司法',
  '民政、扶贫、救灾',
  '民族、宗教',
  '对外事务',
  '港澳台侨工作',
  '国防',
  '其他',
] as const;
export type Subject = (typeof SUBJECTS)[number];
