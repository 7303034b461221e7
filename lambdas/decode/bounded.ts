import { UnreadableFile } from '../reading/unreadable-file.ts'
import type { Bytes } from './bytes.ts'
import { bomb, tooLarge } from './refusals.ts'

/** Takes bytes apart into other bytes. */
type Unwrap = (bytes: Bytes) => Bytes

/** So much may come out of anything. */
const harmlessBytes = 4 * 1024 * 1024

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
    let taken = 0
    let given = 0
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of bytes) {
        taken += chunk.length
        yield chunk
      }
    }
    for await (const chunk of unwrap(counted())) {
      given += chunk.length
      judgeSize(taken, given, limit)
      yield chunk
    }
  }
