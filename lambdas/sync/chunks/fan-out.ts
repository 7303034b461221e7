import { createHash } from 'node:crypto'
import type { ChunkMessage, SyncMessage } from '#core/deployment/queues.ts'
import { chunkSetFolder } from '#core/files/archive-keys.ts'
import { concatBytes } from '#core/files/record-splitter.ts'
import type { KnownRange, Slice } from '#core/files/table.ts'
import { once } from '../../reading/chunks.ts'
import type { SyncPorts } from '../ports.ts'
import { encodeChunk, nameOfChunk, type Telling } from './chunk-file.ts'
import { ChunksAwaited } from './chunks-awaited.ts'
import type { FanOut, LargeEvent } from './fan-out-port.ts'
import { tooLarge } from './large-file.ts'
import type { ChunkLimits } from './limits.ts'
import { tellChunk } from './tell-chunk.ts'
import { readTold, type ToldEvent } from './told-file.ts'

type Ports = Pick<SyncPorts, 'archive' | 'syncQueue' | 'keyedHash' | 'contentHash'>

/** Pieces of an integration that are worked on at a time: other customers' syncs are to find room beside them. */
const lanes = 8

const laneOf = (integrationId: string, name: string): string =>
  `${integrationId}#${Number.parseInt(name.slice(0, 8), 16) % lanes}`

export const rowsSuffix = '.rows'
export const toldSuffix = '.told'

async function* nothing(): AsyncGenerator<readonly ToldEvent[]> {}

/** What is told, and the known rows between. */
async function* inOrder(
  told: AsyncIterable<readonly ToldEvent[]>,
  known: readonly KnownRange[],
): AsyncGenerator<readonly LargeEvent[]> {
  let next = 0
  for await (const events of told) {
    const ordered: LargeEvent[] = []
    for (const event of events) {
      const row = event.kind === 'refused' ? 0 : event.row
      for (let range = known[next]; range && range.row < row; range = known[next]) {
        ordered.push({ kind: 'known', ...range })
        next += 1
      }
      ordered.push(event)
    }
    yield ordered
  }
  yield known.slice(next).map((range) => ({ kind: 'known', ...range }))
}

const setOf = (telling: Telling, fileId: string): string =>
  createHash('sha256')
    .update(JSON.stringify([telling, fileId]))
    .digest('hex')
    .slice(0, 32)

/** Opens what is told of a piece. */
type OpenTold = (parts: readonly Uint8Array[]) => Promise<AsyncIterable<Uint8Array> | undefined>

/** The pieces of one file in the archive. */
const chunkSet = ({ archive, syncQueue }: Ports, folder: string, message: SyncMessage) => {
  const missing: string[] = []

  /** What is told of a piece; if nothing is, it is stored to be. */
  const find: OpenTold = async (parts) => {
    const name = nameOfChunk(parts)
    const told = `${folder}${name}${toldSuffix}`
    if (missing.length === 0) {
      const bytes = await archive.open({ key: told })
      if (bytes) return bytes
    } else if (await archive.head({ key: told })) return undefined
    const key = `${folder}${name}${rowsSuffix}`
    if (!(await archive.head({ key }))) await archive.put(key, ReadableStream.from(parts))
    missing.push(name)
    return undefined
  }

  const askForMissing = async (): Promise<void> => {
    for (const name of missing) {
      const chunk: ChunkMessage = { ...message, kind: 'chunk', key: `${folder}${name}${rowsSuffix}` }
      const groupId = laneOf(message.integrationId, name)
      // Each sync that waits is told of the last piece by a message of its own.
      await syncQueue.send({ body: JSON.stringify(chunk), groupId, deduplicationId: `${name}-${message.syncId}` })
    }
    if (missing.length > 0) throw new ChunksAwaited(folder, missing.length)
  }

  return { find, askForMissing }
}

/**
 * For the run of one message. The pieces of a file lie in the archive under names that follow from what is in them, and so does what is
 * told of them: whoever runs again, or cuts the same again, finds what is done.
 */
export const fanOut = (ports: Ports, message: SyncMessage, limits: ChunkLimits): FanOut & { isUsed(): boolean } => {
  let isUsed = false

  const here: OpenTold = async (parts) => once(await tellChunk(ports, concatBytes(parts)))

  const tell: FanOut['tell'] = async function* (telling, fileId, slices) {
    const folder = chunkSetFolder(telling.integrationId, setOf(telling, fileId))
    const { find, askForMissing } = chunkSet(ports, folder, message)
    const eventsOf = async function* (slice: Slice, open: OpenTold): AsyncGenerator<readonly LargeEvent[]> {
      const told = slice.fresh === 0 ? undefined : await open(encodeChunk({ telling, slice }))
      if (told) yield* inOrder(readTold(told), slice.known)
      else if (slice.fresh === 0) yield* inOrder(nothing(), slice.known)
    }
    let fresh = 0
    let held: Slice[] = []
    for await (const event of slices) {
      if (event.kind === 'refused') return yield [event]
      if (event.slice.firstRow > limits.rows) return yield [tooLarge(telling.dataset, 'fileTooLarge', limits.rows)]
      held.push(event.slice)
      if (event.slice.fresh > 0) fresh += 1
      if (fresh <= limits.here) continue
      isUsed = true
      for (const slice of held) yield* eventsOf(slice, find)
      held = []
    }
    await askForMissing()
    for (const slice of held) yield* eventsOf(slice, here)
  }

  return { limits, tell, isUsed: () => isUsed }
}
