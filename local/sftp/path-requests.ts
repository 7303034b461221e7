import { attributesOf, directoryAttributes } from './attributes.ts'
import type { SftpEvents } from './events.ts'
import type { UserFolder } from './folder.ts'
import { noSuchFile, ok, type Reply, refuse } from './packets.ts'

/** Requests that name a path and need no handle. Paths are resolved already. */

export const stat = async (folder: UserFolder, path: string): Promise<Reply> => {
  const entry = await folder.find(path)
  return entry === undefined ? noSuchFile : { type: 'attributes', attributes: attributesOf(entry) }
}

export const realPath = (path: string): Reply => ({
  type: 'names',
  names: [{ name: path, longName: path, attributes: directoryAttributes }],
})

export const remove = async (folder: UserFolder, path: string): Promise<Reply> => {
  const entry = await folder.find(path)
  if (entry === undefined) return noSuchFile
  if (entry.kind === 'folder') return refuse('FAILURE', 'That is a directory: remove it with rmdir.')
  await folder.remove(path)
  return ok
}

export const makeDirectory = async (folder: UserFolder, events: SftpEvents, path: string): Promise<Reply> => {
  if ((await folder.find(path)) !== undefined) {
    return refuse('FAILURE', 'A file or directory of that name exists already.')
  }
  await events.objectCreated(await folder.makeFolder(path))
  return ok
}

export const removeDirectory = async (folder: UserFolder, path: string): Promise<Reply> => {
  if (path === '/') return refuse('PERMISSION_DENIED', 'Your own folder cannot be removed.')
  const entry = await folder.find(path)
  if (entry === undefined) return noSuchFile
  if (entry.kind === 'file') return refuse('FAILURE', 'That is a file, not a directory.')
  if ((await folder.list(path)).length > 0) return refuse('FAILURE', 'The directory is not empty.')
  await folder.removeFolder(path)
  return ok
}

export const rename = async (folder: UserFolder, events: SftpEvents, from: string, to: string): Promise<Reply> => {
  const source = await folder.find(from)
  if (source === undefined) return noSuchFile
  if (source.kind === 'folder') return refuse('OP_UNSUPPORTED', 'Only files can be renamed, not directories.')
  if ((await folder.find(to)) !== undefined) {
    return refuse('FAILURE', 'A file of that name exists already, and S3 does not rename onto it: remove it first.')
  }
  const renamed = await folder.rename(source.file, to)
  if (renamed === undefined) return noSuchFile
  await events.objectCreated(renamed)
  return ok
}
