/** What the parser must know of the library to understand a query; handed in, so that the parser itself stays pure. */
export interface QueryKnowledge {
  /** Whether documents of this issuer code (济政办发) are in the library or cited there. */
  readonly knowsCode: (code: string) => boolean;
  /** Issuer codes whose pinyin begins with these letters: jzbf gives 济政办发. */
  readonly codesByInitials: (letters: string) => readonly string[];
  /** The issuer of the library that is called so (济南市政府办公厅), by its full name; null for none or for several. */
  readonly issuerNamed: (name: string) => string | null;
  /** Whether documents of this kind (通知) are in the library. */
  readonly knowsType: (type: string) => boolean;
  readonly synonymsOf: (word: string) => readonly string[];
  /** What a question says in everyday words, as laws say it: 房东 as 出租人. Ranks what comes near; nothing must have it. */
  readonly meaningsIn: (text: string) => readonly { readonly said: string; readonly written: readonly string[] }[];
}

export const NO_KNOWLEDGE: QueryKnowledge = {
  knowsCode: () => false,
  codesByInitials: () => [],
  issuerNamed: () => null,
  knowsType: () => false,
  synonymsOf: () => [],
  meaningsIn: () => [],
};
