import { expect, it } from 'vitest'
import { manifestOfRows } from '#core/sync/encode-manifest.ts'
import { fileTable } from '#core/sync/file-table.ts'

const remoteId = '\ufeffBern'
const id = '1'.repeat(24)

it('a remote id that begins with a byte order mark keeps it', () => {
  const table = fileTable()
  expect(table.remoteId(table.numberOf(id, 'hris_locations', remoteId))).toBe(remoteId)
  const hash = '0'.repeat(32)
  const said = { id, model: 'hris_locations', remoteId, own: hash, embed: hash, references: [] } as const
  const manifest = manifestOfRows([{ ...said, day: null, marks: null, changedAt: 1, feedAt: 1, absentSince: null }])
  expect(manifest.remoteId(0)).toBe(remoteId)
})
