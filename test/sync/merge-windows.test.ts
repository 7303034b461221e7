import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FileContents } from '#core/sync/file-contents.ts'
import { emptyManifest, type ManifestTable } from '#core/sync/manifest-table.ts'
import { mergeWindows } from '#core/sync/merge-windows.ts'
import { manifestRows } from './manifest-rows.ts'
import { committed, compared, contents, idOf } from './world.ts'

const day = fc.option(fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}`))
const sheet = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  'employee.remote_id': fc.constant('1'),
  date: day,
  payable_hours: fc.integer({ min: 1, max: 3 }),
})
const files = fc.array(fc.uniqueArray(sheet, { selector: ({ id }) => id, maxLength: 4 }), {
  minLength: 1,
  maxLength: 5,
})

const kept = (manifest: ManifestTable) =>
  new Map(manifestRows(manifest).map(({ remoteId, own, day: on }) => [remoteId, [own, on]]))

const doubts = fc.record({
  quarantined: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 1 }),
  rowsWithoutId: fc.constantFrom(0, 0, 0, 1),
})

const applied = (all: readonly FileContents[], start: ManifestTable = emptyManifest): ManifestTable =>
  all.reduce((base, file) => committed(compared('timesheets', file, { base })), start)

it('files that cover a window each come to the same together as one after the other', () => {
  fc.assert(
    fc.property(files, (given) => {
      const all: readonly FileContents[] = given.map((rows) => contents('timesheets', rows))
      const together = compared('timesheets', all.reduce(mergeWindows))
      expect(kept(committed(together))).toEqual(kept(applied(all)))
    }),
  )
})

it('a doubt in one of them is settled by a later one, as if they were applied one after the other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(files, doubts), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(0, 1, 5),
      (given, isNew) => {
        const all = given.map(([[rows = []], { quarantined, rowsWithoutId }]) =>
          contents(
            'timesheets',
            rows.filter(({ id }) => !quarantined.includes(id)),
            { quarantined: quarantined.map((key) => idOf({ model: 'hris_timesheets', key })), rowsWithoutId },
          ),
        )
        const base = applied(all.slice(0, Math.max(0, all.length - isNew)))
        expect(kept(applied([all.reduce(mergeWindows)], base))).toEqual(kept(applied(all)))
      },
    ),
  )
})
