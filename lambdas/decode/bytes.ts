import { concatBytes } from '#core/files/record-splitter.ts'

export type Bytes = AsyncIterable<Uint8Array>

/** A stream whose beginning is known. */
export type Peeked = { readonly head: Uint8Array; readonly all: Bytes }

/** Looks at the first `size` bytes, however they arrive; `all` has them too. Whoever does not read `all` has to end the stream. */
export const peek = async (bytes: Bytes, size: number): Promise<Peeked> => {
  const source = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  for (let length = 0; length < size; ) {
    const { done, value } = await source.next()
    if (done) break
    first.push(value)
    length += value.length
  }
  const rest: Bytes = { [Symbol.asyncIterator]: () => source }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* first
      yield* rest
    } finally {
      await source.return?.()
    }
  }
  return { head: concatBytes(first).subarray(0, size), all: all() }
}

/** Ends a stream that nobody reads to its end. */
export const endStream = async (bytes: Bytes): Promise<void> => {
  const source = bytes[Symbol.asyncIterator]()
  await source.next()
  await source.return?.()
}
