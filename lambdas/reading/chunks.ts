import { concatBytes } from '#core/files/record-splitter.ts'

/** Opens the bytes of a file from the start; may be called more than once. */
export type OpenBytes = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>

/** The same bytes from `skip` on, in pieces of exactly `size` bytes but for the last: whatever follows cannot depend on how they arrived. */
export async function* evenChunks(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  skip: number,
): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = []
  let keptBytes = 0
  let toSkip = skip
  for await (const chunk of chunks) {
    let from = Math.min(toSkip, chunk.length)
    toSkip -= from
    while (keptBytes + chunk.length - from >= size) {
      const to = from + size - keptBytes
      const last = chunk.subarray(from, to)
      yield kept.length === 0 ? last : concatBytes([...kept, last])
      kept = []
      keptBytes = 0
      from = to
    }
    if (from < chunk.length) kept.push(chunk.slice(from))
    keptBytes += chunk.length - from
  }
  if (keptBytes > 0) yield concatBytes(kept)
}

export type Head = {
  readonly bytes: Uint8Array
  /** Whether this is the whole file. */
  readonly complete: boolean
}

/** The first `size` bytes. */
export const readHead = async (open: OpenBytes, size: number): Promise<Head> => {
  let bytes: Uint8Array = new Uint8Array(0)
  for await (const chunk of evenChunks(await open(), size, 0)) {
    if (bytes.length > 0) return { bytes, complete: false }
    bytes = chunk
  }
  return { bytes, complete: true }
}

/** Bytes that are there already, as a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
