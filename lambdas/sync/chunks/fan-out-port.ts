import type { KnownRange, SliceEvent } from '#core/files/table.ts'
import type { Telling } from './chunk-file.ts'
import type { ChunkLimits } from './limits.ts'
import type { ToldEvent } from './told-file.ts'

/** What a large file comes to, in the order of its rows. */
export type LargeEvent = ToldEvent | ({ readonly kind: 'known' } & KnownRange)

/** Has the rows of large files told by others. */
export type FanOut = {
  readonly limits: ChunkLimits
  /** Some events at a time. Throws `ChunksAwaited` until all of them are told. */
  readonly tell: (
    telling: Telling,
    fileId: string,
    slices: AsyncIterable<SliceEvent>,
  ) => AsyncGenerator<Iterable<LargeEvent>, void>
}
