import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { keyedHash } from '../../lambdas/runtime/system.ts'
import { readManifest } from '../../lambdas/sync/manifest-file.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { employeesCsv, openWorkplace, type Workplace } from './workplace.ts'

const count = 60
const people = (changed?: number): string =>
  employeesCsv(
    Array.from(
      { length: count },
      (_, i) => `${i},Person ${i}${i === changed ? ' Neu' : ''},,B,Bern,Research,2020-01-01`,
    ),
  )

const openOffice = async (hash?: SyncPorts['keyedHash']) => {
  const work = await openWorkplace()
  const message = await work.deliver('employees.csv', people())
  await work.run(message, hash ? { ...work.ports, keyedHash: hash } : work.ports)
  return work
}

const manifestRef = async (work: Workplace) => {
  const ref = (await work.state()).datasets.employees?.manifest
  if (!ref) throw new Error('there is no manifest')
  return ref
}

const bytesOf = async (work: Workplace): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync((await work.archive.open(await manifestRef(work))) ?? []))

async function* streamOf(bytes: Uint8Array) {
  yield bytes
}

/** The ports, but that the archive holds these bytes where the manifest was; null: it is gone. */
const withManifest = ({ ports }: Workplace, bytes: Uint8Array | null): SyncPorts => ({
  ...ports,
  archive: {
    ...ports.archive,
    open: async (ref, start) => {
      if (!ref.key.startsWith('manifests/')) return ports.archive.open(ref, start)
      return bytes ? streamOf(bytes) : undefined
    },
  },
})

const read = (bytes: Uint8Array): Promise<ManifestTable> =>
  readManifest({ open: async () => streamOf(bytes) }, { key: 'manifest', versionId: '1' }, 'employees')

const unreadable = /^MANIFEST_UNREADABLE/

const office = await openOffice()
const sound = await bytesOf(office)

const flipped = (bytes: Uint8Array, bits: readonly number[]): Buffer => {
  const copy = Buffer.from(bytes)
  for (const bit of bits) copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

/** The same manifest with a head that promises something else. */
const lying = (change: (head: Record<string, unknown>) => Record<string, unknown>): Buffer => {
  const end = 8 + sound.readUInt32LE(4)
  const head = Buffer.from(JSON.stringify(change(JSON.parse(sound.toString('utf8', 8, end)))))
  const prefix = Buffer.from(sound.subarray(0, 8))
  prefix.writeUInt32LE(head.length, 4)
  return Buffer.concat([prefix, head, sound.subarray(end)])
}

const newer = Buffer.from(sound)
newer.writeUInt32LE(3, 0)

const foreign: Readonly<Record<string, Uint8Array>> = {
  'no bytes at all': new Uint8Array(0),
  'a file of the customer': Buffer.from(people()),
  'some JSON': Buffer.from('{"ids":[]}\n'),
  'a manifest of a newer release': newer,
  'a head that promises more rows than there are': lying((head) => ({ ...head, rows: count * 9 })),
  'a head that promises more rows than memory holds': lying((head) => ({ ...head, rows: 1e15 })),
  'a head that promises fewer rows than there are': lying((head) => ({ ...head, rows: 1 })),
  'a head that names models nobody knows': lying((head) => ({ ...head, models: ['robots'] })),
  'two manifests one behind the other': Buffer.concat([sound, sound]),
}

/** As releases wrote them before manifests were binary. */
const asFormat1 = async (work: Workplace): Promise<Buffer> => {
  const table = await read(await bytesOf(work))
  const rows = Array.from({ length: table.size }, (_, index) => {
    const { marks: _marks, ...row } = table.row(index)
    return row
  })
  return Buffer.from([{ format: 1, rows: rows.length }, ...rows].map((line) => `${JSON.stringify(line)}\n`).join(''))
}

describe('a manifest with bits that were flipped', () => {
  it('is never taken for a manifest, whichever bits they are', async () => {
    const bits = fc.uniqueArray(fc.nat({ max: 8 * sound.length - 1 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(bits, async (places) => {
        await expect(read(flipped(sound, places))).rejects.toThrow(unreadable)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is not even when every bit of its head is tried', async () => {
    const head = 8 + sound.readUInt32LE(4)
    for (let bit = 0; bit < 8 * head; bit += 1)
      await expect(read(flipped(sound, [bit])), `bit ${bit}`).rejects.toThrow(unreadable)
  })

  it('stops the sync, and nobody is removed', async () => {
    const work = await openOffice()
    const before = await work.stored()
    const bytes = await bytesOf(work)
    const message = await work.deliver('employees.csv', people(7))
    for (const bit of [8 * 200, 4 * bytes.length, 8 * bytes.length - 1])
      await expect(work.run(message, withManifest(work, flipped(bytes, [bit])))).rejects.toThrow(unreadable)
    expect(await work.stored()).toEqual(before)
  })
})

describe('a manifest that is cut short', () => {
  it('is never taken for a manifest, wherever it ends', async () => {
    const step = Math.ceil(sound.length / 400)
    for (let length = 0; length < sound.length; length += length < 400 ? 1 : step)
      await expect(read(sound.subarray(0, length)), `${length} bytes`).rejects.toThrow(unreadable)
  })

  it('stops the sync, and nobody is removed; once it is back, the sync goes on', async () => {
    const work = await openOffice()
    const before = await work.stored()
    const bytes = await bytesOf(work)
    const message = await work.deliver('employees.csv', people(7))
    await expect(work.run(message, withManifest(work, bytes.subarray(0, bytes.length / 2)))).rejects.toThrow(unreadable)
    await expect(work.run(message, withManifest(work, null))).rejects.toThrow(unreadable)
    expect(await work.stored()).toEqual(before)
    expect((await work.run(message)).datasets[0]?.counts).toMatchObject({
      updated: 1,
      removed: 0,
      unchanged: count - 1,
    })
  })
})

describe('something else where the manifest should be', () => {
  it.each(Object.keys(foreign))('stops the sync, and nobody is removed: %s', async (name) => {
    await expect(read(foreign[name] ?? sound)).rejects.toThrow(unreadable)
    const before = await office.stored()
    const message = await office.deliver('employees.csv', people(7))
    await expect(office.run(message, withManifest(office, foreign[name] ?? sound))).rejects.toThrow(unreadable)
    expect(await office.stored()).toEqual(before)
  })

  it('is refused when it is the manifest of other people: nobody is removed', async () => {
    const work = await openOffice()
    const before = await work.stored()
    const elsewhere = await openOffice(keyedHash('another deployment'))
    const foreigners = await bytesOf(elsewhere)
    const sync = await work.run(await work.deliver('employees.csv', people(7)), withManifest(work, foreigners))
    expect(sync.datasets[0]).toMatchObject({ outcome: 'refused', issues: [{ code: 'ID_DRIFT' }] })
    expect(await work.stored()).toEqual(before)
  })
})

describe('a manifest of the first format', () => {
  it('is read as it always was: the file is built in full, and only what differs is written', async () => {
    const work = await openOffice()
    const message = await work.deliver('employees.csv', people(7))
    const sync = await work.run(message, withManifest(work, await asFormat1(work)))
    expect(sync.datasets[0]?.counts).toMatchObject({
      updated: 1,
      created: 0,
      removed: 0,
      held: 0,
      unchanged: count - 1,
    })
    const again = await work.run(await work.deliver('employees.csv', people(8)))
    expect(again.datasets[0]?.counts).toMatchObject({ updated: 2, created: 0, removed: 0, unchanged: count - 2 })
  })

  it('stops the sync when a line of it is missing or damaged', async () => {
    const work = await openOffice()
    const before = await work.stored()
    const lines = (await asFormat1(work)).toString().trimEnd().split('\n')
    const message = await work.deliver('employees.csv', people(7))
    for (const damaged of [
      lines.slice(0, -1),
      lines.toSpliced(3, 1),
      lines.with(3, '{}'),
      lines.with(0, '{"format":1}'),
    ])
      await expect(work.run(message, withManifest(work, Buffer.from(damaged.join('\n'))))).rejects.toThrow(unreadable)
    expect(await work.stored()).toEqual(before)
  })
})
