import type { FileStore, StoredFile } from '#core/ports/file-store.ts'

/** One version of a file being read. Reading on from where the last read ended costs no new `open`. */
export type DownloadHandle = {
  readonly kind: 'download'
  readonly file: StoredFile
  /** `undefined` at the end of the file, or when it has gone meanwhile. */
  read(offset: number, length: number): Promise<Uint8Array | undefined>
  close(): Promise<void>
}

type Reader = { readonly chunks: AsyncIterator<Uint8Array>; rest: Buffer; position: number }

export const startDownload = (files: FileStore, file: StoredFile): DownloadHandle => {
  let reader: Reader | undefined

  const close = async (): Promise<void> => {
    await reader?.chunks.return?.()
    reader = undefined
  }

  const readerAt = async (offset: number): Promise<Reader | undefined> => {
    if (reader?.position === offset) return reader
    await close()
    const content = await files.open(file, offset)
    if (content === undefined) return undefined
    reader = { chunks: content[Symbol.asyncIterator](), rest: Buffer.alloc(0), position: offset }
    return reader
  }

  const read = async (offset: number, length: number): Promise<Uint8Array | undefined> => {
    const wanted = Math.min(length, file.size - offset)
    if (wanted <= 0) return undefined
    const source = await readerAt(offset)
    if (source === undefined) return undefined
    while (source.rest.length < wanted) {
      const next = await source.chunks.next()
      if (next.done) break
      source.rest = Buffer.concat([source.rest, next.value])
    }
    const data = source.rest.subarray(0, wanted)
    source.rest = source.rest.subarray(data.length)
    source.position += data.length
    return data.length === 0 ? undefined : data
  }

  return { kind: 'download', file, read, close }
}
