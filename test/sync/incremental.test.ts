import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordId } from '#core/ids/record-id.ts'
import { keyedHash } from '../../lambdas/runtime/system.ts'
import { absences, employees, type Subject, stepsOf, timesheets } from './edited-files.ts'
import { integrationId, openTwin, type SyncStep } from './twin.ts'

const runs = Number(process.env.SYNC_RUNS ?? 90)

/** Runs the steps twice, with and without skipping, and answers how many rows were skipped. */
const compareTwins = async ({ dataset }: Subject, steps: readonly SyncStep[]): Promise<number> => {
  let skipped = 0
  const twin = await openTwin(dataset, false)
  const fresh = await openTwin(dataset, true)
  for (const step of steps) {
    const { known = 0, ...result } = await twin.sync(step)
    const { known: _, ...expected } = await fresh.sync(step)
    expect(result).toEqual(expected)
    expect(await twin.manifest()).toEqual(await fresh.manifest())
    skipped += known
  }
  return skipped
}

type Synced = Awaited<ReturnType<Awaited<ReturnType<typeof openTwin>>['sync']>>
/** What a sync says of each record itself. */
const ownById = ({ compared = [] }: Synced) => new Map(compared.map(({ id, own }) => [id, own]))

it.each([employees, absences, timesheets])(
  'whatever the rules were before, $dataset are what the last file and rules make of them',
  async ({ dataset, ...subject }) => {
    await fc.assert(
      fc.asyncProperty(stepsOf({ dataset, ...subject }), async (steps) => {
        const [twin, whole] = [await openTwin(dataset, false), await openTwin(dataset, true)]
        let last: Synced | undefined
        for (const step of steps) last = await twin.sync(step)
        const [lastStep] = steps.slice(-1)
        if (!last || !lastStep) return
        const alone = ownById(await whole.sync({ ...lastStep, unknown: [] }))
        const found = ownById(last)
        expect(new Map([...alone.keys()].map((id) => [id, found.get(id)]))).toEqual(alone)
      }),
      { numRuns: Math.ceil(runs / 3) },
    )
  },
  120_000,
)

it.each([employees, absences, timesheets])(
  'a sync of $dataset that skips known rows comes to exactly what reading all of them does',
  async (subject) => {
    let skipped = 0
    await fc.assert(
      fc.asyncProperty(stepsOf(subject), async (steps) => {
        skipped += await compareTwins(subject, steps)
      }),
      { numRuns: runs },
    )
    expect(skipped).toBeGreaterThan(runs / 2)
  },
  120_000,
)

it('a known row comes back after its removal was held', async () => {
  const [mapping] = absences.mappings
  const step = (...ids: readonly string[]): SyncStep => ({
    text: ['id;employee;type;type_name;start', ...ids.map((id) => `${id};1;V;Vacation;2026-01-01`)].join('\n'),
    mapping,
    employees: new Set([recordId(keyedHash('twin'), integrationId, 'hris_employees', '1')]),
    unknown: [],
  })
  expect(await compareTwins(absences, [step('1', '2'), step('1', ''), step('1', '2'), step('2', '1')])).toBe(4)
})
