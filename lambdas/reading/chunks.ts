import { concatBytes } from '#core/files/record-splitter.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Dialect } from '#core/mapping/dialect.ts'
import type { Evidence } from '#core/mapping/evidence.ts'

/** Where in a file of several tables the one that is meant stands. */
export type Wish = Partial<Pick<Dialect, 'sheet' | 'records'>>

/** Tells that a text was made of something else, as CSV (comma, UTF-8), and of what. */
type Made = {
  readonly dialect: Wish
  /** The number of its first row: 1 where rows count as in the file, 0 where the names of the columns stand in no row of it. */
  readonly firstRow: 0 | 1
  /** Why this table was read, and all that there are. */
  readonly evidence: Evidence
  readonly tables: readonly string[]
  readonly issues: readonly Issue[]
}

export type Opened = AsyncIterable<Uint8Array> & { readonly made?: Made }

/** Opens the bytes of a file from the start; may be called more than once. */
export type OpenBytes = (wish?: Wish) => Opened | Promise<Opened>

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
  readonly made?: Made | undefined
}

/** The first `size` bytes. */
export const readHead = async (opened: Opened, size: number): Promise<Head> => {
  const { made } = opened
  let bytes: Uint8Array = new Uint8Array(0)
  for await (const chunk of evenChunks(opened, size, 0)) {
    if (bytes.length > 0) return { bytes, complete: false, made }
    bytes = chunk
  }
  return { bytes, complete: true, made }
}

/** Bytes that are there already, as a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
