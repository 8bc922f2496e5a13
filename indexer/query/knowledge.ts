/** What the parser must know of the library to understand a query; handed in, so that the parser itself stays pure. */
export interface QueryKnowledge {
  /** Whether documents of this issuer code (济政办发) are in the library or cited there. */
  readonly knowsCode: (code: string) => boolean;
  /** Issuer codes whose pinyin begins with these letters: jzbf gives 济政办发. */
  readonly codesByInitials: (letters: string) => readonly string[];
  readonly synonymsOf: (word: string) => readonly string[];
}

export const NO_KNOWLEDGE: QueryKnowledge = {
  knowsCode: () => false,
  codesByInitials: () => [],
  synonymsOf: () => [],
};
