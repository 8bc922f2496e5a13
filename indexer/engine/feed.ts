/** The indexing loop: outbox → segmented entries → engine; a row leaves the outbox only when the engine reports success. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Catalogue, DocumentRecord, OutboxEntry, ProvisionRecord } from '../catalogue/catalogue.ts';
import { segmentForSearch } from '../segment/segment.ts';
import type { IndexEntry, SearchEngine } from './search-engine.ts';

/** Documents and characters of one batch, whichever is reached first. */
const BATCH_DOCUMENTS = 500;
const BATCH_CHARACTERS = 2_000_000;
const RETRY_MS = 1000;
/** What is filed is found by its words so much later, and by its exact text at once. */
const GATHERED_MS = 2000;
/** After so long a search that came meanwhile goes first. */
const TURN_MS = 2;

export interface Feed {
  /** There may be something new in the outbox, or the engine is back. */
  notify(): void;
  /** Resolves when the outbox is empty, or the engine cannot take it. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface FeedOptions {
  readonly log: (message: string) => void;
  /** Resolves when nobody is searching: an answer comes before the index. */
  readonly quiet?: () => Promise<void>;
  /** Whether files are coming in one after another: then a batch is gathered before it is handed over. */
  readonly isFilling?: () => boolean;
}

export function startFeed(catalogue: Catalogue, engine: SearchEngine, options: FeedOptions): Feed {
  const { log, quiet = async () => undefined, isFilling = () => false } = options;
  let stopped = false;
  let running: Promise<void> | null = null;
  let retry: NodeJS.Timeout | null = null;

  async function drain(): Promise<void> {
    while (!stopped && engine.health().state === 'ready') {
      await gathered();
      const batch = takeBatch(catalogue);
      if (batch.length === 0) return;
      const ids = [...new Set(batch.map(({ documentId }) => documentId))];
      await engine.index(ids, entriesOfAll(ids));
      catalogue.clearOutbox(batch.map(({ sequence }) => sequence));
    }
  }

  /** What is no longer in the catalogue has none. */
  async function* entriesOfAll(ids: readonly string[]): AsyncGenerator<IndexEntry> {
    let begun = performance.now();
    for (const id of ids) {
      if (stopped) throw new Error('stopped');
      const document = catalogue.document(id);
      for (const entry of document === null ? [] : entriesOf(catalogue, document)) {
        yield entry;
        if (performance.now() - begun < TURN_MS) continue;
        await quiet();
        await nextTurn();
        begun = performance.now();
      }
    }
  }

  /** Many small tasks cost the engine many times what a large one does. */
  async function gathered(): Promise<void> {
    const until = Date.now() + GATHERED_MS;
    while (!stopped && isFilling() && Date.now() < until && catalogue.outbox(BATCH_DOCUMENTS).length < BATCH_DOCUMENTS)
      await pause(GATHERED_MS / 10);
  }

  function notify(): void {
    if (running !== null || stopped) return;
    running = drain()
      .catch((error: unknown) => {
        log(`indexing failed, tried again: ${error instanceof Error ? error.message : String(error)}`);
        retry = setTimeout(notify, RETRY_MS);
        retry.unref();
      })
      .finally(() => {
        running = null;
        if (!stopped && retry === null && engine.health().state === 'ready' && catalogue.outbox(1).length > 0) notify();
        retry = null;
      });
  }

  return {
    notify,
    async settled() {
      while (!stopped && engine.health().state === 'ready' && catalogue.outbox(1).length > 0) {
        notify();
        await running;
        await nextTurn();
      }
    },
    async stop() {
      stopped = true;
      if (retry !== null) clearTimeout(retry);
      await running;
    },
  };
}

function takeBatch(catalogue: Catalogue): OutboxEntry[] {
  let characters = 0;
  const batch: OutboxEntry[] = [];
  for (const entry of catalogue.outbox(BATCH_DOCUMENTS)) {
    batch.push(entry);
    characters += entry.characters;
    if (characters > BATCH_CHARACTERS) break;
  }
  return batch;
}

/** One entry for the document as a whole and one for each clause. */
function* entriesOf(catalogue: Catalogue, document: DocumentRecord): Generator<IndexEntry> {
  const words = (text: string): string => segmentForSearch(text).join(' ');
  const shared = {
    documentKey: document.key,
    documentId: document.id,
    issuers: document.issuers,
    year: document.writtenOn === null ? null : Number(document.writtenOn.slice(0, 4)),
    type: document.type,
    topics: document.topics.map(({ subject }) => subject),
    issueIds: document.issueId === null ? [] : [document.issueId],
    writtenOn: document.writtenOn,
  };
  const title = words(document.title);
  const clauses = groupClauses(catalogue.provisions(document.id));
  const headings = clauses.flatMap(([first]) =>
    first !== undefined && first.text.length < 40 && first.label !== '' ? [first.text] : [],
  );
  yield {
    ...shared,
    id: document.id,
    clause: null,
    number: document.number ?? '',
    title,
    heading: words(headings.join('\n')),
    text: words([...document.issuers, ...document.attached].join('\n')),
  };
  for (const clause of clauses) {
    const [first] = clause;
    if (first === undefined) continue;
    const text = clause.map((provision) => provision.text).join('\n');
    yield { ...shared, id: first.id, clause: first.ordinal, number: '', title: '', heading: '', text: words(text) };
  }
}

function groupClauses(provisions: readonly ProvisionRecord[]): ProvisionRecord[][] {
  const groups: ProvisionRecord[][] = [];
  for (const provision of provisions) {
    const last = groups.at(-1);
    if (last === undefined || last[0]?.clause !== provision.clause) groups.push([provision]);
    else last.push(provision);
  }
  return groups;
}
