import { describe, expect, it } from 'vitest'
import { chorePartition } from '#core/control/keys.ts'
import type { ChunkMessage, SyncMessage } from '#core/deployment/queues.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import { type ChunkLimits, chunkLimits } from '../../lambdas/sync/chunks/limits.ts'
import { createChunkWork } from '../../lambdas/sync/chunks/work-chunk.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { factsOf, type MemoryWorkplace, openMemoryWorkplace } from './memory-workplace.ts'
import { Killed, mortalPorts } from './mortal.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: {
    first_name: column('name'),
    'manager.remote_id': column('manager'),
    'department.name': column('department'),
    start_date: column('start'),
  },
}
const csv = (rows: readonly string[]): string => ['id,name,manager,department,start', ...rows, ''].join('\n')

/** Its manager, its namesake and its department stand in other pieces. */
const before = csv([
  '1,Ada,8,Research,2020-01-01',
  '2,Bob,1,Research,2020-01-01',
  '3,Cy,1,Sales,some day',
  '4,Di,2,Sales,2020-01-01',
  '5,Eve,4,Sales,2020-01-01',
  ',nobody,4,Sales,2020-01-01',
  '7,Flo,4,Sales,2020-01-01',
  '8,Gus,,"Re\nsearch",2020-01-01',
  '7,Florence,4,Sales,2020-01-01',
])
const after = csv([
  '1,Adele,8,Science,2020-01-01',
  '2,Bob,1,Science,2020-01-01',
  '3,Cy,1,Sales,2021-01-01',
  '5,Eve,8,Sales,2020-01-01',
  '7,Flo,8,Sales,2020-01-01',
  '8,Gus,,"Re\nsearch",2020-01-01',
  '9,Hal,8,Science,2020-01-01',
])

type Sent = QueueMessage & { readonly message: SyncMessage | ChunkMessage }

/** A customer whose files are all told in pieces, with the queue that the pieces go through. */
const openPieces = async (limits: Partial<ChunkLimits> = {}, mapped: Mapping = mapping) => {
  const work = await openMemoryWorkplace([mapped])
  const sent: Sent[] = []
  const send = async (each: QueueMessage) => void sent.push({ ...each, message: JSON.parse(each.body) })
  const ports: SyncPorts = {
    ...work.ports,
    chunkLimits: { ...chunkLimits, large: 0, here: 1, piece: 60, ...limits },
    syncQueue: { ...work.ports.syncQueue, send },
  }
  return { ...work, ports, sent }
}
type Pieces = Awaited<ReturnType<typeof openPieces>>

/** Handles a message and whatever comes of it; answers how the sync ended. */
const handle = async (work: Pieces, first: SyncMessage, ports = work.ports) => {
  let sync = await work.run(first, ports)
  for (let next = work.sent.shift(); next; next = work.sent.shift())
    if (next.message.kind === 'chunk') await createChunkWork(ports)(next.message)
    else sync = await work.run(next.message, ports)
  return sync
}

const inOneRun = async (...files: readonly string[]) => {
  const work = await openMemoryWorkplace([mapping])
  const syncs = []
  for (const file of files) syncs.push(await work.run(await work.deliver('employees', file)))
  return { facts: factsOf(work), reports: syncs.map(({ datasets }) => datasets.map(withoutFile)) }
}

const withoutFile = <Report extends { readonly fileId?: unknown }>({ fileId: _, ...report }: Report) => report

const stored = (work: MemoryWorkplace) => Array.fromAsync(work.ports.archive.list('chunks/'))
const chores = async ({ ports }: Pieces) =>
  (await ports.control.query({ pk: chorePartition })).documents.map(({ value }) => value)

describe('a sync of a file in pieces', () => {
  it('waits until all are told, and comes to the records and the report of one run', async () => {
    const expected = await inOneRun(before, after)
    const work = await openPieces()
    const message = await work.deliver('employees', before)
    expect((await work.run(message, work.ports)).state).toBe('RUNNING')
    expect(work.sent.length).toBeGreaterThan(2)
    expect(work.sent.map(({ message: { kind } }) => kind)).toEqual(work.sent.map(() => 'chunk'))
    expect(work.living()).toEqual([])
    const first = await handle(work, message)
    const second = await handle(work, await work.deliver('employees', after))
    expect([first, second].map(({ datasets }) => datasets.map(withoutFile))).toEqual(expected.reports)
    expect(factsOf(work)).toEqual(expected.facts)
    expect(await stored(work)).toEqual([])
  })

  it('asks for what is not told yet once more, whoever looks for it', async () => {
    const work = await openPieces()
    const message = await work.deliver('employees', before)
    await work.run(message, work.ports)
    const [lost, ...others] = work.sent.splice(0)
    for (const { message: chunk } of others) if (chunk.kind === 'chunk') await createChunkWork(work.ports)(chunk)
    expect(work.sent).toEqual([])
    expect(await chores(work)).toMatchObject([{ kind: 'chunks', syncId: message.syncId, reason: 'file' }])
    await work.run(message, work.ports)
    expect(work.sent.map(({ body }) => body)).toEqual([lost?.body])
    expect((await handle(work, message)).state).toBe('PARTIALLY_FAILED')
  })

  it('fails when a piece is never told, and leaves nothing of it behind', async () => {
    const work = await openPieces()
    const message = await work.deliver('employees', before)
    await work.run(message, work.ports)
    await work.ports.wait(3 * 60 * 60_000)
    expect((await work.run(message, work.ports)).state).toBe('FAILED')
    expect(await stored(work)).toEqual([])
  })

  it('reads a file by itself whose text is small, and one of which all but a piece is known', async () => {
    const small = await openPieces({ large: 10_000 })
    expect((await small.run(await small.deliver('employees', before), small.ports)).state).toBe('PARTIALLY_FAILED')
    const known = await openPieces()
    await handle(known, await known.deliver('employees', after))
    const grown = `${after}10,Ida,8,Science,2020-01-01\n`
    expect((await known.run(await known.deliver('employees', grown), known.ports)).state).toBe('SUCCEEDED')
    expect(known.sent).toEqual([])
  })

  it('refuses a file with too many rows, of which nothing is told by anybody', async () => {
    const filled: Mapping = { ...mapping, rows: { fillDown: ['department'] } }
    for (const work of [await openPieces({ rows: 7 }), await openPieces({ rowsAlone: 7 }, filled)]) {
      const { state, datasets } = await work.run(await work.deliver('employees', before), work.ports)
      expect({ state, codes: datasets.flatMap(({ issues }) => issues.map(({ code }) => code)) }).toEqual({
        state: 'FAILED',
        codes: ['FILE_TOO_LARGE'],
      })
      expect(work.sent).toEqual([])
      expect(await stored(work)).toEqual([])
    }
  })

  it('reads a file by itself whose rows depend on each other', async () => {
    const work = await openPieces({}, { ...mapping, rows: { fillDown: ['department'] } })
    expect((await work.run(await work.deliver('employees', before), work.ports)).state).toBe('PARTIALLY_FAILED')
    expect(work.sent).toEqual([])
  })

  it('tells nothing of a piece that is taken away while it is told', async () => {
    const work = await openPieces()
    await work.run(await work.deliver('employees', before), work.ports)
    const chunks = work.sent.splice(0).flatMap(({ message }) => (message.kind === 'chunk' ? message : []))
    const put: SyncPorts['archive']['put'] = async (key, body) => {
      for (const { key: piece } of chunks) await work.ports.archive.removeVersion(piece, '1')
      return work.ports.archive.put(key, body)
    }
    for (const chunk of chunks) await createChunkWork({ ...work.ports, archive: { ...work.ports.archive, put } })(chunk)
    expect(await stored(work)).toEqual([])
  })
})

describe('whoever is killed', () => {
  const prepared = async () => {
    const work = await openPieces({ piece: 100 })
    const whole = { ...work.ports, chunkLimits: { ...chunkLimits, large: 10_000 } }
    await work.run(await work.deliver('employees', before), whole)
    return { work, message: await work.deliver('employees', after) }
  }
  /** Handles the message again and again as a queue would, by processes of which the first dies at its call number `fatal`. */
  const throughDeath = async (fatal: number) => {
    const { work, message } = await prepared()
    const { ports, calls } = mortalPorts(work.ports, fatal)
    const died = await handle(work, message, ports).then(
      () => false,
      (error: unknown) => error instanceof Killed,
    )
    const sync = died ? await handle(work, message) : undefined
    return { died, calls: calls(), state: sync?.state, facts: factsOf(work), left: (await stored(work)).length }
  }

  it('at any call, cutting, telling or writing, leads to the same records', async () => {
    const whole = await throughDeath(Number.POSITIVE_INFINITY)
    const expected = await inOneRun(before, after)
    expect(whole.facts).toEqual(expected.facts)
    for (let fatal = 1; fatal < whole.calls; fatal += 1) {
      const { died, facts } = await throughDeath(fatal)
      expect({ fatal, died, facts }).toEqual({ fatal, died: true, facts: expected.facts })
    }
  }, 60_000)
})
