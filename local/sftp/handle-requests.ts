import { directoryAttributes, fileAttributes, listed } from './attributes.ts'
import type { Handle } from './handles.ts'
import { endOfFile, ok, type Reply, type Request, refuse } from './packets.ts'
import { randomAccess, type Uploader } from './uploader.ts'

/** Requests on an open handle. */

const namesPerReply = 100
const maxReadLength = 256 * 1024

const wrongHandle = refuse('FAILURE', 'That handle is not open, or not for this.')

type ReadRequest = Extract<Request, { type: 'read' }>
type WriteRequest = Extract<Request, { type: 'write' }>

export const read = async (handle: Handle | undefined, { offset, length }: ReadRequest): Promise<Reply> => {
  if (handle?.kind !== 'download') return wrongHandle
  const data = await handle.read(offset, Math.min(length, maxReadLength))
  return data === undefined ? endOfFile : { type: 'data', data }
}

export const write = async (handle: Handle | undefined, { offset, data }: WriteRequest): Promise<Reply> => {
  if (handle?.kind !== 'upload') return wrongHandle
  return (await handle.write(offset, data)) === 'written' ? ok : randomAccess
}

export const readDirectory = (handle: Handle | undefined): Reply => {
  if (handle?.kind !== 'directory') return wrongHandle
  const entries = handle.remaining.splice(0, namesPerReply)
  return entries.length === 0 ? endOfFile : { type: 'names', names: entries.map(listed) }
}

export const statHandle = (handle: Handle | undefined): Reply => {
  switch (handle?.kind) {
    case undefined:
      return wrongHandle
    case 'upload':
      return { type: 'attributes', attributes: fileAttributes({ size: handle.size(), modifiedAt: Date.now() }) }
    case 'download':
      return { type: 'attributes', attributes: fileAttributes(handle.file) }
    case 'directory':
      return { type: 'attributes', attributes: directoryAttributes }
  }
}

export const close = async (handle: Handle | undefined, uploads: Uploader): Promise<Reply> => {
  if (handle === undefined) return wrongHandle
  if (handle.kind === 'upload') return uploads.close(handle)
  if (handle.kind === 'download') await handle.close()
  return ok
}
