import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import type { Bytes } from './bytes.ts'
import { cutShort, damagedArchive } from './refusals.ts'

const chunkSize = 64 * 1024

/** What zlib says of its input becomes an issue; whatever else went wrong stays what it is. */
export const inflateError = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return new UnreadableFile(cutShort())
  return code.startsWith('Z_') ? new UnreadableFile(damagedArchive()) : error
}

export async function* gunzip(bytes: Bytes, tell: (taken: number) => void): AsyncGenerator<Uint8Array> {
  const inflate = createGunzip({ chunkSize })
  // Errors of either stream come out of the last one.
  const unpacked = pipeline(Readable.from(bytes, { objectMode: false }), inflate, () => undefined)
  try {
    for await (const chunk of unpacked) {
      // Far more is read ahead than it takes of a bomb.
      tell(inflate.bytesWritten)
      yield chunk
    }
  } catch (error) {
    throw inflateError(error)
  }
}
