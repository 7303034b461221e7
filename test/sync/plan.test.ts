import fc from 'fast-check'
import { expect, it } from 'vitest'
import { concatBytes } from '#core/files/record-splitter.ts'
import { modelIds } from '#core/model/models.ts'
import { idTable, idTableOf } from '#core/sync/id-table.ts'
import { decodePlan, encodePlan, type Plan } from '#core/sync/plan.ts'
import { decodeProgress, encodeProgress, noProgress, stampTable } from '#core/sync/stamp-table.ts'

const id = fc.stringMatching(/^[1-9A-HJ-NP-Za-km-z]{24}$/)
const ids = fc.uniqueArray(id, { maxLength: 40 })
const lists = fc.array(fc.record({ model: fc.constantFrom(...modelIds), ids }), { maxLength: 4 })
const inputs: Plan['inputs'] = { syncId: 's', reason: 'file', at: 5, files: ['f'], mappings: { employees: 2 } }

type Lists = readonly { readonly model: (typeof modelIds)[number]; readonly ids: Iterable<string> }[]
const packed = (of: Lists) => of.map((each) => ({ model: each.model, ids: idTableOf(each.ids) }))
const unpacked = (of: Lists) => of.map((each) => ({ model: each.model, ids: [...each.ids] }))
const bytesOf = (plan: Plan) => concatBytes([...encodePlan(plan)])

it('a plan is read as it was written', () => {
  fc.assert(
    fc.property(lists, lists, fc.option(fc.constant(inputs)), (unknown, writes, from) => {
      const plan = { inputs: from, fingerprint: 'x', unknown: packed(unknown), writes: packed(writes) }
      const read = decodePlan(bytesOf(plan))
      if (!read) throw new Error('not read')
      expect({ inputs: read.inputs, fingerprint: read.fingerprint }).toEqual({ inputs: from, fingerprint: 'x' })
      expect(unpacked(read.unknown)).toEqual(unknown)
      expect(unpacked(read.writes)).toEqual(writes)
    }),
  )
})

it('a plan that was cut short is none', () => {
  const writes = packed([{ model: 'hris_employees', ids: ['a'.repeat(24), 'b'.repeat(24)] }])
  const whole = bytesOf({ inputs, fingerprint: 'x', unknown: [], writes })
  expect(decodePlan(whole)).toBeDefined()
  for (let length = 0; length < whole.length; length += 1) expect(decodePlan(whole.slice(0, length))).toBeUndefined()
})

it('a plan takes little more than its ids', () => {
  const thousand = Array.from({ length: 1_000 }, (_, i) => String(i).padStart(24, 'x'))
  const writes = packed([{ model: 'hris_employees', ids: thousand }])
  expect(bytesOf({ inputs, fingerprint: 'x', unknown: [], writes }).length).toBeLessThan(24_500)
})

it('an id table finds what is in it, and nothing else', () => {
  fc.assert(
    fc.property(ids, ids, (inside, others) => {
      const table = idTableOf(inside)
      expect([...table]).toEqual(inside)
      expect(inside.map((each) => table.find(each))).toEqual(inside.map((_, number) => number))
      for (const each of others) expect(table.has(each)).toBe(inside.includes(each))
      expect(table.slice(1, 3)).toEqual(inside.slice(1, 3))
    }),
  )
})

it('stamps are kept by id, and with the progress of their plan', () => {
  fc.assert(
    fc.property(ids, fc.nat(), (all, written) => {
      const table = idTable(idTableOf(all).bytes)
      const { moments } = noProgress(all.length)
      const stamps = stampTable(table, moments)
      for (const [i, each] of all.entries()) if (i % 2 === 0) stamps.set(each, { changedAt: i, feedAt: i + 1 })
      const progress = decodeProgress(concatBytes([...encodeProgress({ written, moments })]), all.length)
      if (!progress) throw new Error('not read')
      expect(progress.written).toBe(written)
      const read = stampTable(table, progress.moments)
      for (const [i, each] of all.entries())
        expect(read.get(each)).toEqual(i % 2 === 0 ? { changedAt: i, feedAt: i + 1 } : undefined)
      expect(read.latest()).toBe(stamps.latest())
    }),
  )
})

it('progress of another plan is none', () => {
  const bytes = concatBytes([...encodeProgress(noProgress(3))])
  expect(decodeProgress(bytes, 4)).toBeUndefined()
  expect(decodeProgress(bytes.slice(1), 3)).toBeUndefined()
})
