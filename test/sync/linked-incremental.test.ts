import fc from 'fast-check'
import { expect, it } from 'vitest'
import { identitiesOf } from '#core/ids/identities.ts'
import { firstConflict, type Link, linksAfter } from '#core/ids/links.ts'
import { recordId } from '#core/ids/record-id.ts'
import { keyedHash } from '../../lambdas/runtime/system.ts'
import { absences, employees, type Subject, stepsOf } from './edited-files.ts'
import { integrationId, openTwin, type SyncStep } from './twin.ts'

const runs = Number(process.env.SYNC_RUNS ?? 90)

const name = fc.constantFrom('1', '2', '3', '4', '5')
const change = fc.oneof(
  { weight: 3, arbitrary: fc.record({ from: name, to: name, keep: fc.constantFrom('from' as const, 'to' as const) }) },
  { weight: 1, arbitrary: name },
)

/** The links that stand on each of some days, of which each makes or undoes some. */
const linksByDay = (days: readonly (readonly (Link | string)[])[]): readonly (readonly Link[])[] => {
  const changes: { readonly links: readonly Link[]; readonly undone: readonly string[] }[] = []
  const standing = () => linksAfter(changes).map(({ link }) => link)
  return days.map((day) => {
    for (const each of day) {
      if (typeof each === 'string') changes.push({ links: [], undone: [each] })
      else if (!firstConflict(standing(), [each])) changes.push({ links: [each], undone: [] })
    }
    return standing()
  })
}

/** Nobody is stored under an id of theirs while they are under the one that links give them: the first goes when the other comes. */
const withoutDoubles = (employees: ReadonlySet<string>, links: readonly Link[]): ReadonlySet<string> => {
  const idOf = (key: string) => recordId(keyedHash('twin'), integrationId, 'hris_employees', key)
  const { keyOf } = identitiesOf('links', () => links)
  const doubles = links
    .flatMap(({ from, to }) => [from, to])
    .filter((each) => keyOf(each) !== each && employees.has(idOf(keyOf(each))))
  return employees.difference(new Set(doubles.map(idOf)))
}

const linkedSteps = (subject: Subject): fc.Arbitrary<readonly SyncStep[]> =>
  fc
    .tuple(stepsOf(subject), fc.array(fc.array(change, { maxLength: 2 }), { minLength: 6, maxLength: 6 }))
    .map(([steps, days]) => {
      const links = linksByDay(days)
      return steps.map((step, day) => ({
        ...step,
        links: links[day] ?? [],
        employees: withoutDoubles(step.employees, links[day] ?? []),
      }))
    })

/** Balances and the like: records are called by their employee and something else. */
const withoutIds: Subject = {
  ...absences,
  mappings: [
    { ...absences.mappings[0], id: { columns: ['employee', 'type'] } },
    { ...absences.mappings[1], id: { columns: ['employee', 'start'] } },
  ],
}

it.each([
  ['employees', employees],
  ['absences', absences],
  ['absences without ids', withoutIds],
] as const)(
  'whoever is linked and unlinked meanwhile, a sync of %s that skips known rows comes to what reading all of them does',
  async (_, subject) => {
    let skipped = 0
    await fc.assert(
      fc.asyncProperty(linkedSteps(subject), async (steps) => {
        const twin = await openTwin(subject.dataset, false)
        const fresh = await openTwin(subject.dataset, true)
        for (const step of steps) {
          const { known = 0, ...result } = await twin.sync(step)
          const { known: _known, ...expected } = await fresh.sync(step)
          expect(result).toEqual(expected)
          expect(await twin.manifest()).toEqual(await fresh.manifest())
          skipped += known
        }
      }),
      { numRuns: runs },
    )
    expect(skipped).toBeGreaterThan(runs / 4)
  },
  120_000,
)

it('whoever was linked before, employees are what the last file and the last links make of them', async () => {
  await fc.assert(
    fc.asyncProperty(linkedSteps(employees), async (steps) => {
      const [twin, whole] = [await openTwin('employees', false), await openTwin('employees', true)]
      let last: Awaited<ReturnType<typeof twin.sync>> | undefined
      for (const step of steps) last = await twin.sync(step)
      const [lastStep] = steps.slice(-1)
      if (!last || !lastStep) return
      const alone = await whole.sync({ ...lastStep, unknown: [] })
      const shown = ({ compared = [] }: typeof alone) =>
        new Map(compared.map(({ id, own, remoteId }) => [id, `${remoteId} ${own}`]))
      const found = shown(last)
      const expected = shown(alone)
      expect(new Map([...expected.keys()].map((id) => [id, found.get(id)]))).toEqual(expected)
      const people = (last.compared ?? []).filter(({ model }) => model === 'hris_employees')
      const given = new Set([...expected.values()].map((each) => each.split(' ')[0]))
      const called = people.map(({ remoteId }) => remoteId).filter((remoteId) => given.has(remoteId))
      expect(new Set(called).size).toBe(called.length)
    }),
    { numRuns: runs },
  )
}, 120_000)

it('a manager who went is reported by the name that the row has, whatever that was linked to', async () => {
  const [mapping] = employees.mappings
  const links: readonly Link[] = [{ from: '5', to: '1', keep: 'from' }]
  const step = (...rows: readonly string[]): SyncStep => ({
    text: ['id;name;manager;site;site_name;department;start;mail;junk;at', ...rows].join('\n'),
    mapping,
    employees: new Set(),
    unknown: [],
    links,
  })
  const steps = [step('3;Cy;1;;;;;;;', '5;Eve;;;;;;;;'), step('3;Cy;1;;;;;;;')]
  const twin = await openTwin('employees', false)
  const results = []
  for (const each of steps) results.push(await twin.sync(each))
  expect(results.at(-1)?.issues).toMatchObject([{ code: 'MANAGER_UNKNOWN', example: '1' }])
})
