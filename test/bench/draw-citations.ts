/**
 * `node --import tsx test/bench/draw-citations.ts CATALOGUE [COUNT] [SEED]`: draws places at random that may be citations from
 * the texts of a library, and prints each as a line of JSON, with its sentence and what the program makes of it, for a reader to judge. What was
 * judged stands in test/fixtures/citations; the cues are wider than what the finder looks for, so that misses show as well.
 */
import { openCatalogue } from '../../indexer/catalogue/store.ts';

const [file = '', count = '210', seed = '20261121'] = process.argv.slice(2);
const CUE =
  /《[^《》]{2,60}》|第[零〇一二三四五六七八九十百千]{1,7}条|[前上下](?:[两三]|一)?[条款项](?!例)|本[条款项章节](?![例目程])|[同该](?:法|条例|办法|规定)第|〔\d{4}〕\d+号|[\p{Script=Han}]{1,8}法(?=的?(?:有关)?规定)/gu;
const BEFORE = 60;
const BEHIND = 80;
/** Laws that the text names in full: they are meant by their short names elsewhere in it. */
const INTRODUCED = /《(中华人民共和国[^《》]{2,12}法)》/g;

/** Numbers from 0 to 1, the same for one seed on every computer. */
function* randoms(from: number): Generator<number, never> {
  for (let state = from >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const catalogue = openCatalogue(file);
const random = randoms(Number(seed));
const draw = <T>(from: readonly T[]): T => from[Math.floor(random.next().value * from.length)] as T;
const ids = catalogue
  .titles()
  .map(({ id }) => id)
  .sort();
for (let drawn = 0; drawn < Number(count); ) {
  const id = draw(ids);
  const provisions = catalogue.provisions(id);
  const provision = draw(provisions);
  const cues = [...provision.text.matchAll(CUE)].filter((match) => match.index >= provision.label.length);
  if (cues.length === 0) continue;
  const { index, 0: cue } = draw(cues);
  const covers = (start: number, end: number): boolean => start <= index && end > index;
  const cited = catalogue
    .citationsFrom(id)
    .find((one) => one.provision === provision.ordinal && one.place !== null && covers(one.place.start, one.place.end));
  const own = catalogue
    .references(id)
    .find((one) => one.provision === provision.ordinal && covers(one.span.start, one.span.end));
  const target = cited?.resolution.target;
  const clauses = (of: string, ordinals: readonly number[]): string[] =>
    ordinals.map((at) => catalogue.provisions(of)[at]?.text.slice(0, 24) ?? '');
  drawn += 1;
  const drawnOne = {
    title: catalogue.document(id)?.title,
    introduced: [...(catalogue.body(id) ?? '').matchAll(INTRODUCED)].map(([, name]) => name),
    text: provision.text.slice(Math.max(0, index - BEFORE), index + cue.length + BEHIND),
    cue,
    means: cited !== undefined ? 'cites' : own !== undefined ? 'refers' : 'nothing',
    ...(cited === undefined ? {} : { cites: cited.title ?? cited.number, pin: cited.pin, relation: cited.relation }),
    ...(target == null ? {} : { target: `${target.title} ${target.writtenOn}` }),
    clauses: target == null ? clauses(id, own?.targets ?? []) : clauses(target.id, cited?.resolution.provisions ?? []),
  };
  console.log(JSON.stringify(drawnOne));
}
