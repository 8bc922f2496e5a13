/**
 * A table of metadata held against the library: previewed, applied as one batch of corrections, undone as one. Everything
 * goes in short turns, so that the service answers others while ten thousand rows are looked up.
 */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Catalogue, DocumentRecord } from './catalogue/catalogue.ts';
import type { Corrections } from './catalogue/correction.ts';
import type { BatchChange, CorrectionBatch } from './catalogue/correction-batches.ts';
import {
  SidecarFilter,
  type SidecarPage,
  type SidecarPreview,
  type SidecarRowView,
  type SidecarStanding,
} from './contract.ts';
import { AppError } from './errors.ts';
import { changesOf, type Finder, type Match, type MatchedDocument, matchRow } from './sidecar/match.ts';
import type { Sidecar, SidecarRow, SidecarValues } from './sidecar/sidecar.ts';

export interface SidecarParts {
  readonly catalogue: Catalogue;
  readonly read: (bytes: Uint8Array) => Promise<Sidecar>;
  /** Called when documents were changed. */
  readonly changed: () => void;
}

export interface SidecarPageChoice {
  readonly show?: SidecarFilter | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface Sidecars {
  /** Throws what reading the table throws. Nothing is changed. */
  preview(bytes: Uint8Array, name: string): Promise<SidecarPreview>;
  /** Throws not_found for a preview that is no longer kept. */
  page(id: string, choice: SidecarPageChoice): SidecarPage;
  /** As the library is now, which may have changed since the preview. Throws not_found. */
  apply(id: string, options: { readonly overwrite: boolean }): Promise<CorrectionBatch>;
  /** Throws not_found. What was changed again since stays. */
  undo(batch: string): Promise<CorrectionBatch>;
  batches(): readonly CorrectionBatch[];
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly sidecar: Sidecar;
  rows: readonly SidecarRowView[];
}

/** Longest time that others wait. */
const TURN_MS = 20;
const KEPT = 5;
const MOST_CANDIDATES = 5;
const AT_ONCE = 8;

export function openSidecars({ catalogue, read, changed }: SidecarParts): Sidecars {
  const kept: Kept[] = [];
  const find = (id: string): Kept => {
    const found = kept.find((one) => one.id === id);
    if (found === undefined) throw new AppError('not_found', { what: id });
    return found;
  };
  const batch = (id: string): CorrectionBatch => {
    const found = catalogue.batches().find((one) => one.id === id);
    if (found === undefined) throw new AppError('not_found', { what: id });
    return found;
  };
  return {
    async preview(bytes, name) {
      const sidecar = await read(bytes);
      const rows = await matchRows(catalogue, sidecar.rows);
      const preview = { id: randomUUID(), name: basename(name), sidecar, rows };
      kept.unshift(preview);
      kept.splice(KEPT);
      return viewPreview(preview);
    },
    page(id, { show, offset, limit }) {
      const preview = find(id);
      const { rows } = preview;
      const shown = show === undefined ? rows : rows.filter((row) => isShown(row, show));
      return { preview: viewPreview(preview), total: shown.length, rows: shown.slice(offset, offset + limit) };
    },
    async apply(id, { overwrite }) {
      const preview = find(id);
      const rows = await matchRows(catalogue, preview.sidecar.rows);
      const changes = rows.flatMap((row) => changeOf(row, preview.name, overwrite));
      const batchId = randomUUID();
      catalogue.beginBatch(batchId, preview.name);
      // A document may have been merged into another since the last turn.
      const isThere = ({ id: document }: BatchChange): boolean => catalogue.document(document) !== null;
      await inTurns(changes, AT_ONCE, (part) => catalogue.addToBatch(batchId, part.filter(isThere)));
      preview.rows = rows.map((row) => asApplied(row, overwrite));
      changed();
      return batch(batchId);
    },
    async undo(id) {
      batch(id);
      while (catalogue.undoPart(id, AT_ONCE)) await nextTurn();
      for (const preview of kept) preview.rows = await matchRows(catalogue, preview.sidecar.rows);
      changed();
      return batch(id);
    },
    batches: () => catalogue.batches(),
  };
}

const viewPreview = ({ id, name, sidecar, rows }: Kept): SidecarPreview => ({
  id,
  name,
  columns: [...sidecar.columns],
  total: rows.length,
  counts: countRows(rows),
});

const nextTurn = (): Promise<void> => new Promise((go) => setImmediate(go));

/** Does so many at once, and lets others have their turn in between. */
async function inTurns<T>(all: readonly T[], most: number, work: (part: readonly T[]) => void): Promise<void> {
  let since = performance.now();
  for (let at = 0; at < all.length; at += most) {
    work(all.slice(at, at + most));
    if (performance.now() - since < TURN_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}

async function matchRows(catalogue: Catalogue, rows: readonly SidecarRow[]): Promise<SidecarRowView[]> {
  const names = rows.some(({ fileName }) => fileName !== null) ? await readFileNames(catalogue) : new Map();
  const finder = openFinder(catalogue, names);
  const taken = new Set<string>();
  const views: SidecarRowView[] = [];
  await inTurns(rows, 1, (part) => {
    for (const row of part) views.push(viewRow(catalogue, row, { match: matchRow(row, finder), taken }));
  });
  return views;
}

interface NamedFile {
  readonly id: string;
  readonly path: string;
}

/** Files by their name, and by it without its suffix; case does not count. */
async function readFileNames(catalogue: Catalogue): Promise<Map<string, NamedFile[]>> {
  const names = new Map<string, NamedFile[]>();
  const note = (name: string, file: NamedFile): void => {
    const known = names.get(name);
    if (known === undefined) names.set(name, [file]);
    else known.push(file);
  };
  for (const part of catalogue.sourceNames()) {
    for (const { id, fileName, path } of part) {
      const file = { id, path: foldName(path) };
      const name = foldName(fileName);
      note(name, file);
      if (stem(name) !== name) note(stem(name), file);
    }
    await nextTurn();
  }
  return names;
}

const foldName = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll('\\', '/');
const stem = (name: string): string => name.replace(/\.[^./]{1,6}$/, '');

function openFinder(catalogue: Catalogue, names: ReadonlyMap<string, readonly NamedFile[]>): Finder {
  return {
    inFile(given) {
      const wanted = foldName(given.trim());
      const name = wanted.split('/').at(-1) ?? wanted;
      const files = names.get(name) ?? names.get(stem(name)) ?? [];
      // 2020/通知.docx and 2021/通知.docx: the folders that the table names decide.
      const placed = files.filter(({ path }) => path.endsWith(wanted) || stem(path).endsWith(stem(wanted)));
      const documents = (placed.length > 0 ? placed : files).flatMap(({ id }) => catalogue.documentsOfSource(id));
      return [...new Map(documents.map((document) => [document.id, toMatched(document)])).values()];
    },
    withNumber: (number) => catalogue.documentsByNumber(number).map(toMatched),
    withTitle: (title) => catalogue.documentsByTitle(title).map(toMatched),
  };
}

const toMatched = ({ topics, ...document }: DocumentRecord): MatchedDocument => ({
  ...document,
  topics: topics.map(({ subject }) => subject),
});

interface Matched {
  readonly match: Match;
  /** Documents that rows above have spoken for. */
  readonly taken: Set<string>;
}

function viewRow(catalogue: Catalogue, row: SidecarRow, { match, taken }: Matched): SidecarRowView {
  const { line, fileName, values, problems } = row;
  const { number = null, title = null } = values;
  const view = { line, fileName, number, title, document: null, candidates: [], changes: [], problems: [...problems] };
  if (match.kind === 'several')
    return { ...view, standing: 'ambiguous', candidates: match.documents.slice(0, MOST_CANDIDATES).map(named) };
  if (match.kind !== 'one') return { ...view, standing: match.kind === 'none' ? 'unmatched' : 'unnamed' };
  const { document } = match;
  if (taken.has(document.id)) return { ...view, document: named(document), standing: 'repeated' };
  taken.add(document.id);
  const byHand = Object.fromEntries(catalogue.corrections(document.id).map(({ field, value }) => [field, value]));
  const changes = changesOf(match, values, byHand as SidecarValues);
  return { ...view, document: named(document), changes, standing: standingOf(changes) };
}

const named = ({ id, title, number }: MatchedDocument) => ({ id, title, number });

function standingOf(changes: SidecarRowView['changes']): SidecarStanding {
  if (changes.some(({ kind }) => kind === 'set')) return 'ready';
  return changes.some(({ kind }) => kind === 'by-hand') ? 'by-hand' : 'same';
}

const isShown = (row: SidecarRowView, show: SidecarFilter): boolean =>
  show === 'problem' ? row.problems.length > 0 : row.standing === show;

function countRows(rows: readonly SidecarRowView[]): SidecarPreview['counts'] {
  const counts = SidecarFilter.options.map((show) => [show, rows.filter((row) => isShown(row, show)).length]);
  return Object.fromEntries(counts) as SidecarPreview['counts'];
}

/** What was set is so now. */
function asApplied(row: SidecarRowView, overwrite: boolean): SidecarRowView {
  if (row.changes.length === 0) return row;
  const changes = row.changes.map((change) =>
    change.kind === 'set' || overwrite ? { ...change, kind: 'same' as const } : change,
  );
  return { ...row, changes, standing: standingOf(changes) };
}

function changeOf({ document, line, changes }: SidecarRowView, name: string, overwrite: boolean): BatchChange[] {
  const wanted = changes.filter(({ kind }) => kind === 'set' || (overwrite && kind === 'by-hand'));
  if (document === null || wanted.length === 0) return [];
  const set = Object.fromEntries(wanted.map(({ field, to }) => [field, to])) as Corrections;
  return [{ id: document.id, set, note: `${name} 第 ${line} 行` }];
}
