import type { FileStore } from '#core/ports/file-store.ts'
import { startDownload } from './download.ts'
import type { UserFolder } from './folder.ts'
import type { Handle } from './handles.ts'
import { noSuchFile, openFlags, type Reply, refuse } from './packets.ts'
import { startUpload } from './upload.ts'

type Opened = Handle | Reply
type Ports = { readonly files: FileStore; readonly folder: UserFolder }

const has = (flags: number, flag: keyof typeof openFlags): boolean => (flags & openFlags[flag]) !== 0

const flagNames = (flags: number): string =>
  Object.entries(openFlags)
    .flatMap(([name, bit]) => ((flags & bit) === 0 ? [] : [name]))
    .sort()
    .join('|')

const openForWriting = async ({ files, folder }: Ports, path: string, flags: number): Promise<Opened> => {
  const entry = await folder.find(path)
  if (entry?.kind === 'folder') return refuse('FAILURE', 'That is a directory: give the file a name.')
  if (entry === undefined && !has(flags, 'CREATE')) return noSuchFile
  if (entry !== undefined && has(flags, 'EXCLUSIVE')) return refuse('FAILURE', 'A file of that name exists already.')
  // Without TRUNCATE (scp) it is the same: an object is always written anew, from its first byte.
  return startUpload(files, folder.keyOf(path))
}

const openForReading = async ({ files, folder }: Ports, path: string): Promise<Opened> => {
  const entry = await folder.find(path)
  if (entry === undefined) return noSuchFile
  return entry.kind === 'file' ? startDownload(files, entry.file) : refuse('FAILURE', 'That is a directory.')
}

/** An S3 object is either read, or written from its start: other modes are refused, in Transfer Family's words. */
export const openFile = async (ports: Ports, path: string, flags: number): Promise<Opened> => {
  const [reading, writing] = [has(flags, 'READ'), has(flags, 'WRITE')]
  if (reading === writing || has(flags, 'APPEND')) {
    return refuse('OP_UNSUPPORTED', `Cannot open file in mode: ${flagNames(flags)}`)
  }
  return writing ? openForWriting(ports, path, flags) : openForReading(ports, path)
}

export const openDirectory = async (folder: UserFolder, path: string): Promise<Opened> => {
  const entry = await folder.find(path)
  if (entry?.kind !== 'folder') return noSuchFile
  return { kind: 'directory', remaining: [...(await folder.list(path))] }
}
