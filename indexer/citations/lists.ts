/**
 * Lists of what is repealed, amended or kept: 附件3 废止的规范性文件目录, 三、对下列文件予以废止：, with a title and a number in each
 * row and no verb. What is done to a row says the nearest of the lines that it stands under; the document's title says it last.
 */
import type { Provision, Span } from '../model.ts';
import type { Mention } from './find.ts';
import type { Relation } from './relation.ts';

const QUOTED = /《[^《》]*》|“[^”]*”/g;
const REPEALED = /废止|失效|停止执行|不再执行/;
const AMENDED = /修改|修订|修正/;
const KEPT = /继续有效|继续执行|现行有效|予以保留|保留的/;
const PROLONGED = /有效期[^，。；：]{0,8}(?:延长|延续|顺延)[^，。；：]{0,16}|延长有效期/;

/** What the lines above say is done to the rows below them: the first that says one thing only. Null when none does. */
export function listRelation(leads: readonly string[]): Relation | null {
  for (const lead of leads) {
    const words = lead.replace(QUOTED, '');
    const [repealed, amended, kept, prolonged] = [REPEALED, AMENDED, KEPT, PROLONGED].map(
      (one) => one.exec(words)?.[0],
    );
    if (prolonged !== undefined && repealed === undefined) return { relation: 'amends', trigger: prolonged };
    const said = [repealed, amended, kept].filter((one) => one !== undefined);
    if (said.length !== 1) continue;
    if (repealed !== undefined) return { relation: 'repeals', trigger: repealed };
    if (amended !== undefined) return { relation: 'amends', trigger: amended };
    return { relation: 'mentions', trigger: kept ?? null };
  }
  return null;
}

/** As one reads on: the lines that a provision stands under, nearest first. */
export class Leads {
  readonly #provisions: readonly Provision[];
  /** The title of the annex or attached text. */
  #part: string | null = null;
  #colon: { readonly ordinal: number; readonly text: string } | null = null;

  constructor(provisions: readonly Provision[]) {
    this.#provisions = provisions;
  }

  above({ parent }: Provision): readonly string[] {
    const above: { ordinal: number; text: string }[] = [];
    for (let at = parent; at !== null; at = this.#provisions[at]?.parent ?? null) {
      const text = this.#provisions[at]?.text;
      if (text !== undefined) above.push({ ordinal: at, text });
    }
    const colon = this.#colon;
    if (colon !== null && !above.some(({ ordinal }) => ordinal === colon.ordinal)) above.push(colon);
    above.sort((a, b) => b.ordinal - a.ordinal);
    return [...above.map(({ text }) => text), ...(this.#part === null ? [] : [this.#part])];
  }

  /** Takes note of a provision that has been read. */
  pass({ kind, ordinal, text }: Provision): void {
    if (kind === 'title') {
      this.#part = text;
      this.#colon = null;
    } else if (/[：:]$/.test(text)) this.#colon = { ordinal, text: lastSentence(text).slice(-LONGEST_LEAD) };
    // 本决定自公布之日起施行。 behind a list ends it.
    else if (kind === 'paragraph' && /。$/.test(text) && !/[《号]/.test(text)) this.#colon = null;
  }
}

const LONGEST_LEAD = 120;
const lastSentence = (text: string): string => text.split('。').at(-1) ?? '';
/** 1.某市停车办法（1999年9月1日某市人民政府令第155号公布）; in a table, the cell behind the row's number. */
const ROW =
  /^(?:[|\s]*（?[\d一二三四五六七八九十]{1,4}[）.．、]?[\s|]*)([^\s|，。；：（）《》]{4,80}?(?:条例|办法|规定|细则|规则|决定|决议|意见|通知|通告|公告|批复|方案|规划|纲要|计划|要点|规程|规范|措施|制度))(?:（[^（）]{1,60}）)*(?=$|[\s|；。])/;

const DONE = '(?:废止|失效|停止执行|不再执行|修改|修订|继续有效|继续执行|保留|延长)';
/** 废止以下规章, 下列决定自本法施行之日起予以废止, 废止的规范性文件目录; 有下列情形之一的 introduces no documents. */
const INTRODUCED = new RegExp(
  `${DONE}(?:的)?(?:下列|以下)|(?:下列|以下)(?!情[形况]|行为|条件|材料|资料|事项|程序|人员|单位)[^。：]{2,48}${DONE}|${DONE}[^，。：]{0,20}(?:目录|清单|一览)`,
);

/** A row that names its document without 《》 and without a number, under a line that introduces a list; null for all others. */
export function readListedTitle({ text, kind }: Provision, leads: readonly string[]): Mention | null {
  if (listRelation(leads) === null || !leads.some((lead) => INTRODUCED.test(lead))) return null;
  const match = ROW.exec(text);
  if (match === null || kind === 'title' || REPEALED.test(text) || KEPT.test(text)) return null;
  if (kind !== 'table' && match[0].length < text.replace(/[；。\s]+$/, '').length) return null;
  const title = match[1] ?? '';
  const span: Span = { start: text.indexOf(title), end: match[0].length };
  return { title, number: null, pin: null, shortName: null, span, quoted: false };
}
