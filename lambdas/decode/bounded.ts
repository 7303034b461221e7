import { UnreadableFile } from '../reading/unreadable-file.ts'
import type { Bytes } from './bytes.ts'
import { bomb, tooLarge } from './refusals.ts'

/** Takes bytes apart into other bytes; may tell how many it has taken, where it is given more than it takes at once. */
type Unwrap = (bytes: Bytes, tell: (taken: number) => void) => Bytes

/** So much may come out of anything. */
const harmlessBytes = 2 * 1024 * 1024

/** Exports shrink to a tenth, those with many empty columns to a fiftieth; bombs to a thousandth and less. */
const maxRatio = 200

/** So many packed bytes may come to whatever the limit is. */
export const bytesThatMayBeAnything = (limit: number): number => Math.ceil(limit / maxRatio)

/** The most that may come out of so much; bytes. */
export const mostFrom = (packed: number, limit: number): number =>
  Math.min(limit, Math.max(harmlessBytes, packed * maxRatio))

/** Whether so much may come out of so little; both in bytes. */
export const judgeSize = (packed: number, unpacked: number, limit: number): void => {
  if (unpacked > limit) throw new UnreadableFile(tooLarge(limit))
  if (unpacked > harmlessBytes && unpacked > packed * maxRatio) throw new UnreadableFile(bomb())
}

/** Refuses what grows out of all proportion, or above `limit` bytes, while it comes out. */
export const bounded = (unwrap: Unwrap, limit: number) =>
  async function* (bytes: Bytes): AsyncGenerator<Uint8Array> {
    let read = 0
    let told: number | undefined
    let given = 0
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of bytes) {
        read += chunk.length
        yield chunk
      }
    }
    const tell = (taken: number): void => {
      told = taken
    }
    for await (const chunk of unwrap(counted(), tell)) {
      given += chunk.length
      judgeSize(told ?? read, given, limit)
      yield chunk
    }
  }
