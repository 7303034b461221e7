import { describe, expect, it } from 'vitest'
import type { FileStore } from '#core/ports/file-store.ts'
import { fileTable } from '#core/sync/file-table.ts'
import type { ManifestRow } from '#core/sync/manifest.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { readManifest, writeManifest } from '../../lambdas/sync/manifest-file.ts'
import { memoryArchive } from '../fakes/memory-stores.ts'
import { manifestRows } from './manifest-rows.ts'

const row = (number: number): ManifestRow => ({
  id: String(number).padStart(24, '1'),
  model: 'hris_employees',
  remoteId: `Ñandú ${number}`,
  own: String(number).padStart(32, '0'),
  embed: '0'.repeat(32),
  references: [],
  day: null,
  marks: null,
  changedAt: number,
  feedAt: number,
  absentSince: null,
})

const rows = Array.from({ length: 3 }, (_, number) => row(number))
const ref = { key: 'manifest', versionId: '1' }

const written = async (): Promise<Buffer> => {
  const archive = { ...memoryArchive(), bucket: '' } as unknown as FileStore
  const none = new Uint32Array(0)
  const committed = { reading: null, base: emptyManifest, carried: none, forgets: () => false }
  const given = { table: fileTable(), given: none, momentsOf: () => ({ changedAt: 0, feedAt: 0 }) }
  await writeManifest(archive, ref.key, { ...committed, ...given, added: rows })
  return Buffer.concat(await Array.fromAsync((await archive.open(ref)) ?? []))
}

const bytes = await written()

/** An archive whose streams end their chunks at these places, and notice when they are let go of. */
const cutArchive = (places: readonly number[]) => {
  let open = 0
  const borders = [0, ...places, bytes.length]
  const stream = async function* () {
    open += 1
    try {
      for (const [i, border] of borders.slice(1).entries()) yield bytes.subarray(borders[i], border)
    } finally {
      open -= 1
    }
  }
  return { archive: { open: async () => stream() } as unknown as FileStore, open: () => open }
}

describe('a manifest in the archive', () => {
  const everywhere = Array.from({ length: bytes.length + 1 }, (_, place) => place)

  it('is read whole wherever its stream is cut', async () => {
    for (const place of everywhere) {
      const table = await readManifest(cutArchive([place]).archive, ref, 'employees')
      expect(manifestRows(table), `cut behind byte ${place}`).toEqual(rows.map(({ marks: _, ...rest }) => rest))
    }
  })

  it('is read whole when it comes byte by byte', async () => {
    const table = await readManifest(cutArchive(everywhere).archive, ref, 'employees')
    expect(table.size).toBe(rows.length)
  })

  it('is not left open when it turns out to be damaged', async () => {
    const { archive, open } = cutArchive([10])
    bytes[0] = 9
    await expect(readManifest(archive, ref, 'employees')).rejects.toThrow('MANIFEST_UNREADABLE')
    expect(open()).toBe(0)
  })
})
