/** Reads what a scan listed: files of the disk, and files in archives by paths such as `…/2020.zip!/第1期.txt`. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../errors.ts';
import { ARCHIVE_NAME } from '../read/format.ts';
import { type ArchiveMember, openArchive } from './archives.ts';
import { readSourceBytes, type SourceBytes } from './source-bytes.ts';

const IN_ARCHIVE = /^(.*?\.(?:zip|tar|tgz|gz|7z|rar))!\/(.+)$/is;

interface Opened {
  readonly path: string;
  readonly members: ReadonlyMap<string, ArchiveMember>;
  close(): void;
}

/** One archive is open at a time: a scan lists the files of one after another. */
export class MemberReader {
  #open: Opened | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  /** Throws as readSourceBytes does, and what the archive says of its member. */
  readonly read = async (path: string, limit: number): Promise<SourceBytes> => {
    const found = IN_ARCHIVE.exec(path);
    if (found === null && !ARCHIVE_NAME.test(path)) return readSourceBytes(path, limit);
    const [, archive = path, member] = found ?? [];
    // A folder may be named so.
    if (member !== undefined && (await stat(path).catch(() => null)) !== null) return readSourceBytes(path, limit);
    return this.#inTurn(() => this.#readMember({ path, archive, member, limit }));
  };

  readonly close = (): Promise<void> =>
    this.#inTurn(async () => {
      this.#open?.close();
      this.#open = null;
    });

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #readMember({
    path,
    archive,
    member,
    limit,
  }: {
    readonly path: string;
    readonly archive: string;
    readonly member: string | undefined;
    readonly limit: number;
  }): Promise<SourceBytes> {
    if (this.#open?.path !== archive) {
      this.#open?.close();
      this.#open = null;
      const opened = await openArchive(archive, basename(archive));
      // A document that is named as an archive.
      if (opened === null) return readSourceBytes(path, limit);
      this.#open = {
        path: archive,
        members: new Map(opened.members.map((one) => [one.path, one])),
        close: opened.close,
      };
    }
    // It was listed as itself: there is nothing in it that could be read.
    if (member === undefined) throw new AppError('file_no_document');
    const listed = this.#open.members.get(member);
    if (listed === undefined) throw new AppError('file_vanished');
    const bytes = await listed.read(limit);
    if (bytes.length === 0) throw new AppError('file_empty');
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

/** The files of an archive as a scan lists them; none when it cannot be opened, is a document, or is empty. */
export async function listMembers(path: string): Promise<readonly Pick<ArchiveMember, 'path' | 'size'>[]> {
  try {
    const opened = await openArchive(path, basename(path));
    opened?.close();
    return opened?.members ?? [];
  } catch (error) {
    // Listed as itself, it says why when it is read.
    if (error instanceof AppError) return [];
    throw error;
  }
}
