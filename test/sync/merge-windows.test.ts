import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FileContents } from '#core/sync/file-contents.ts'
import type { Manifest } from '#core/sync/manifest.ts'
import { mergeWindows } from '#core/sync/merge-windows.ts'
import { committed, compared, contents } from './world.ts'

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

const kept = (manifest: Manifest) =>
  new Map([...manifest.values()].map(({ remoteId, own, day: on }) => [remoteId, [own, on]]))

it('files that cover a window each come to the same together as one after the other', () => {
  fc.assert(
    fc.property(files, (given) => {
      const all: readonly FileContents[] = given.map((rows) => contents('timesheets', rows))
      let base: Manifest = new Map()
      for (const file of all) base = committed(compared('timesheets', file, { base }))
      const together = compared('timesheets', all.reduce(mergeWindows))
      expect(kept(committed(together))).toEqual(kept(base))
    }),
  )
})
