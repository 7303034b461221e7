import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileTable, type GivenRecord, packReference } from '#core/sync/file-table.ts'
import { fields, rowBytes } from '#core/sync/manifest-layout.ts'
import { memoryRoom } from '#core/sync/memory-room.ts'

const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
const mark = fc.string({ unit: fc.constantFrom('\u0001', 'a', '\u00ff'), minLength: 16, maxLength: 16 })
const said = fc.record({
  row: fc.integer({ min: 1, max: 9_999 }),
  own: hash,
  embed: hash,
  day: fc.constantFrom(null, '2026-11-22'),
  marks: fc.constantFrom(null, 'raw', 'both'),
  mark,
  references: fc.array(fc.constantFrom(packReference('manager', 0), packReference('group', 1)), { maxLength: 3 }),
  place: fc.record({ start: fc.integer({ min: 0, max: 2 ** 40 }), length: fc.integer({ min: 0, max: 9_999 }) }),
})

const recordOf = ({ mark: text, marks, ...rest }: typeof said extends fc.Arbitrary<infer Said> ? Said : never) => ({
  ...rest,
  marks: marks === null ? null : { raw: text, used: marks === 'raw' ? '' : text },
})

const idOf = (number: number): string => String(number).padStart(24, 'x')

/** More records than lie in memory together, each given by one of a few rows. */
const many = 400
const cases = fc.record({
  rows: fc.array(said.map(recordOf), { minLength: 1, maxLength: 12 }),
  /** In which order they are given: those that were mentioned before come later. */
  step: fc.constantFrom(1, 7, 133),
})

const filled = (rows: readonly GivenRecord[], step: number) => {
  const room = memoryRoom()
  const table = fileTable(room)
  const recordAt = (number: number): GivenRecord => rows[number % rows.length] ?? rows[0] ?? expect.fail()
  for (let number = 0; number < many; number += 1) table.numberOf(idOf(number), 'hris_employees', `Ñ${number}`)
  for (let number = 0; number < many; number += 1) {
    const at = (number * step) % many
    table.give(at, recordAt(at))
  }
  return { table, recordAt }
}

it('a table answers what each record was given, in whatever order that was', () => {
  fc.assert(
    fc.property(cases, ({ rows, step }) => {
      const { table, recordAt } = filled(rows, step)
      const found = Array.from({ length: many }, (_, number) => ({
        row: table.row(number),
        own: table.own(number),
        embed: table.embed(number),
        day: table.day(number),
        marks: table.marks(number),
        references: [...table.references(number)],
        place: table.place(number),
      }))
      expect(found).toEqual(found.map((_, number) => recordAt(number)))
      expect(found.every((_, number) => table.says(number, recordAt(number)))).toBe(true)
    }),
    { numRuns: 10 },
  )
})

it('a record that loses a reference says nothing that would be remembered, and keeps its other hashes', () => {
  fc.assert(
    fc.property(said, (one) => {
      const record = { ...recordOf({ ...one, marks: 'both' }), references: [packReference('manager', 0)] }
      const { table } = filled([record], 1)
      table.keepReferences(7, () => false)
      expect([table.marks(7), [...table.references(7)], table.own(7)]).toEqual([null, [], record.own])
      const row = new Uint8Array(rowBytes)
      table.putRow(7, row)
      expect(row.subarray(fields.raw, fields.own).every((byte) => byte === 0)).toBe(true)
      expect(Buffer.from(row.subarray(fields.own, fields.changedAt)).toString('hex')).toBe(record.own + record.embed)
      expect(table.marks(8)).toEqual(record.marks)
    }),
    { numRuns: 10 },
  )
})
