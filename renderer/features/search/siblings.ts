/** Searches for the documents numbered beside one: those of its code and year, and those of its code. Pure. */

export interface SiblingSearch {
  /** `某政办发〔2020〕` */
  readonly label: string;
  /** Parameters of the search page. */
  readonly search: Readonly<Record<string, string>>;
}

// 某政办发〔2020〕25号
const NUMBER = /^(\D+?)〔(\d{4})〕/;

/** `某政办发〔2020〕25号` gives the searches 字号:某政办发 in 2020, and 字号:某政办发. Empty for a number without a code or year. */
export function siblingsOf(number: string): SiblingSearch[] {
  const [, code, year] = NUMBER.exec(number) ?? [];
  if (code === undefined || year === undefined) return [];
  const q = `字号:${code}`;
  return [
    { label: `${code}〔${year}〕`, search: { q, year } },
    { label: code, search: { q } },
  ];
}
