/** Finds the service that has the library open, else opens the library in this process. */
import { documentsNamed } from '../catalogue/naming.ts';
import { checkText } from '../checking.ts';
import { readCitations } from '../citing.ts';
import { compareChoices } from '../comparing.ts';
import { CitationsRequest, type ImportEvent, type ImportFile, type ImportFilter, type ImportRun } from '../contract.ts';
import { AppError } from '../errors.ts';
import { findService, type ServiceAddress } from '../library.ts';
import { openCore } from '../service.ts';
import { serviceOptions } from '../service-options.ts';
import { allFiles, FILES_AT_ONCE, type LibraryAccess, SIDECAR_ROWS } from './library-access.ts';
import { language } from './output.ts';
import { remoteAccess } from './remote-access.ts';

const POLL_MS = 100;

/** Where the service of a library answers; null when none runs. */
export async function findRunningService(library: string | null): Promise<ServiceAddress | null> {
  return findService(serviceOptions(library).library);
}

export async function openLibraryAccess(library: string | null): Promise<LibraryAccess> {
  const options = serviceOptions(library);
  const running = findService(options.library);
  return running === null ? localAccess(options) : remoteAccess(running);
}

async function localAccess(options: ReturnType<typeof serviceOptions>): Promise<LibraryAccess> {
  const core = openCore(options);
  await core.engineSettled();
  const carryOut = async (
    begin: () => ImportRun,
    onEvent: (event: ImportEvent) => void,
    signal: AbortSignal,
  ): Promise<ImportRun> => {
    const untilEnd = async ({ id }: ImportRun): Promise<ImportRun> => {
      const unfollow = core.importer.follow(id, onEvent);
      const cancel = (): void => void core.importer.cancel(id);
      if (signal.aborted) cancel();
      signal.addEventListener('abort', cancel, { once: true });
      const run = await core.importer.finished(id);
      signal.removeEventListener('abort', cancel);
      unfollow();
      return run;
    };
    // What a crash or a stop cut off comes first.
    const interrupted = core.importer.resume();
    if (interrupted !== null) await untilEnd(interrupted);
    return untilEnd(begin());
  };
  const filesOf = (runId: string, outcome: ImportFilter): Promise<readonly ImportFile[]> =>
    allFiles((offset) => [...core.importer.files(runId, { offset, limit: FILES_AT_ONCE, outcome }).files]);
  return {
    kind: 'local',
    search: (request) => core.search.search(request),
    async findDocument(name) {
      const [document] = documentsNamed(core.catalogue, name);
      if (document === undefined) throw new AppError('not_found', { what: name });
      return document.id;
    },
    async citations(id, direction) {
      const document = core.catalogue.document(id);
      if (document === null) throw new AppError('not_found', { what: id });
      return readCitations(core.catalogue, document, CitationsRequest.parse({ direction }));
    },
    check: async ({ text }) => checkText(text, { catalogue: core.catalogue, today: core.today(), language }),
    compare: async ({ left, right }) => compareChoices(core, left, right),
    async status() {
      const counts = core.catalogue.counts();
      return {
        version: core.version,
        library: { path: core.libraryFolder, schema: core.catalogue.schema, ...counts },
        engine: core.engineHealth(),
        firstRun: counts.sources === 0,
        samples: core.samples,
      };
    },
    import: (paths, onEvent, signal) => carryOut(() => core.importer.start(paths), onEvent, signal),
    reparse: (onEvent, signal) => carryOut(() => core.importer.reparse(), onEvent, signal),
    changedFiles: (runId) => filesOf(runId, 'changed'),
    failedFiles: (runId) => filesOf(runId, 'failed'),
    previewSidecar: core.sidecars.preview,
    sidecarRows: async (preview, offset) => core.sidecars.page(preview, { offset, limit: SIDECAR_ROWS }),
    async applySidecar(preview, overwrite) {
      const batch = await core.sidecars.apply(preview, { overwrite });
      await core.indexSettled();
      return batch;
    },
    async undoSidecar(id) {
      const batch = await core.sidecars.undo(id);
      await core.indexSettled();
      return batch;
    },
    foundSidecars: async (runId) => core.importer.sidecars(runId),
    conversion: async () => core.conversion.view(),
    async reindex(onPending) {
      await core.reindex();
      let settled = false;
      const watched = core.indexSettled().then(() => {
        settled = true;
      });
      while (!settled) {
        onPending(core.catalogue.counts().indexPending);
        await Promise.race([watched, new Promise((next) => setTimeout(next, POLL_MS))]);
      }
      onPending(core.catalogue.counts().indexPending);
    },
    close: core.close,
  };
}
