import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Mapping } from '#core/mapping/mapping.ts'
import { rowRules } from '#core/records/row-rules.ts'
import { plainRuling } from './edited-files.ts'
import { openTwin, type SyncStep } from './twin.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

const mapping: Mapping = {
  dataset: 'employees',
  id: { columns: ['id'] },
  fields: {
    first_name: column('name'),
    work_email: column('mail'),
    job_title: column('title'),
    'department.name': column('department'),
    'manager.work_email': column('boss'),
  },
  rows: { current: { from: 'from' }, fillDown: ['department'] },
}

const rulesOn = (today: string) => rowRules({ ...plainRuling, today }, 'employees')

const mails = ['a@x.example', 'b@x.example', 'c@x.example', '']
const row = fc.tuple(
  fc.constantFrom('1', '2', '3', '4'),
  fc.constantFrom('Ada', 'Bob'),
  fc.constantFrom(...mails),
  fc.constantFrom('Clerk', 'Lead', 'Head'),
  fc.constantFrom('Sales', 'Research', ''),
  fc.constantFrom(...mails, 'root', 'nobody@x.example'),
  fc.constantFrom('2026-01-01', '2026-01-05', '2026-01-10', '2026-01-20', 'some day'),
)
const fileOf = (rows: readonly (readonly string[])[]) =>
  ['id;name;mail;title;department;boss;from', ...rows.map((cells) => cells.join(';'))].join('\n')

const steps = fc
  .array(
    fc.record({
      rows: fc.array(row, { maxLength: 6 }),
      keepsRows: fc.boolean(),
      days: fc.integer({ min: 0, max: 12 }),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((plans) => {
    let day = Date.UTC(2026, 0, 1)
    let text = fileOf([])
    return plans.map(({ rows, keepsRows, days }): SyncStep => {
      day += days * 86_400_000
      text = keepsRows ? text : fileOf(rows)
      const rules = rulesOn(new Date(day).toISOString().slice(0, 10))
      return { text, mapping, employees: new Set(), unknown: [], rules }
    })
  })

it('a sync that skips known rows comes to what reading all does, whoever is current and whoever the managers are', async () => {
  let skipped = 0
  await fc.assert(
    fc.asyncProperty(steps, async (days) => {
      const [twin, fresh] = [await openTwin('employees', false), await openTwin('employees', true)]
      for (const step of days) {
        const { known = 0, ...result } = await twin.sync(step)
        const { known: _, ...expected } = await fresh.sync(step)
        expect(result).toEqual(expected)
        expect(await twin.manifest()).toEqual(await fresh.manifest())
        skipped += known
      }
    }),
    { numRuns: Number(process.env.SYNC_RUNS ?? 25) },
  )
  expect(skipped).toBeGreaterThan(5)
}, 60_000)
