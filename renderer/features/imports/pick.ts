/**
 * Where the files of an import come from. In the window they are paths, which the service reads itself; in a browser they
 * are uploaded, each under its place in the folder that was chosen. Folders are looked through first and wait for a yes.
 */
import type { ImportRun } from '../../../indexer/contract.ts';
import { client } from '../../service/client.ts';

export interface NamedFile {
  readonly file: File;
  /** `2020/第18期.txt` for a file of a chosen folder. */
  readonly name: string;
}

/** Asks for files or a folder in the system's dialog and starts the import; null when the reader cancelled. */
export async function pickPaths(what: 'files' | 'folder'): Promise<ImportRun | null> {
  const bridge = window.gongbao;
  if (bridge === undefined) return null;
  const paths = what === 'files' ? await bridge.pickFiles() : await bridge.pickFolder();
  return paths.length === 0 ? null : client.startImport(paths, what === 'folder');
}

/** Imports what an `<input type="file">` gave; null when it gave nothing. */
export async function importChosen(files: FileList | null): Promise<ImportRun | null> {
  const named = [...(files ?? [])].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
  return named.length === 0 ? null : client.uploadFiles(named, named.some(isInFolder));
}

/** Imports what was dropped on the page; null when there was no file in it. Must be called before the drop event ends. */
export async function importDropped(data: DataTransfer): Promise<ImportRun | null> {
  const bridge = window.gongbao;
  const files = [...data.files];
  const paths = bridge === undefined ? [] : files.map((file) => bridge.pathForFile(file)).filter((path) => path !== '');
  const hasFolder = [...data.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
  if (paths.length > 0) return client.startImport(paths, hasFolder);
  // The entries are gone once the event is over, so all of them are taken before the first is read.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const named = (await Promise.all(entries.map((entry) => filesOf(entry, '')))).flat();
  return named.length === 0 ? null : client.uploadFiles(named, hasFolder);
}

const isInFolder = ({ name }: NamedFile): boolean => name.includes('/');

async function filesOf(entry: FileSystemEntry, folder: string): Promise<NamedFile[]> {
  const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, name }];
  }
  if (!isFolder(entry)) return [];
  const children = await readAll(entry.createReader());
  return (await Promise.all(children.map((child) => filesOf(child, name)))).flat();
}

/** A reader gives a hundred entries at a time, and an empty list at the end. */
async function readAll(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
