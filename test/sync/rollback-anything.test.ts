import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldNow, pushCrowd } from './held-staff.ts'
import { lookBack, undo } from './replay-staff.ts'
import { facts, openWorkplace } from './workplace.ts'

const ids = Array.from({ length: 24 }, (_, index) => String(index + 1))

const days = ['2020-01-01', '2021-01-01']
/** A row with such a day is left out. */
const noDay = '2020-13-40'

/** Somebody as a file has them. */
const person = (starts: readonly string[]) =>
  fc.record({
    name: fc.constantFrom('Ada', 'Bob', 'Cy'),
    manager: fc.constantFrom('', '1', '2', '99'),
    site: fc.constantFrom('B,Bern', 'B,Berne', 'Z,Zug'),
    department: fc.constantFrom('', 'Research', 'Sales'),
    start: fc.constantFrom(...starts),
  })

const noName = { name: '', manager: '', site: '', department: '', start: '' }

const file = (starts: readonly string[]) =>
  fc
    .tuple(
      fc.subarray(ids, { minLength: 1 }),
      fc.array(person(starts), { minLength: ids.length, maxLength: ids.length }),
    )
    .map(([some, people]) =>
      some.map((id) => {
        const { name, manager, site, department, start } = people[Number(id) - 1] ?? noName
        return `${id},${name},${manager},${site},${department},${start}`
      }),
    )

const living = (found: ReturnType<typeof facts>) =>
  Object.fromEntries(Object.entries(found).filter(([, { gone }]) => !gone))

const state = async (work: Awaited<ReturnType<typeof openWorkplace>>) => ({
  records: living(facts(await work.stored())),
  held: (await heldNow(work)).results.toSorted((a, b) => a.id.localeCompare(b.id)),
})

test('a rollback right after a sync leaves exactly the records of before, and the same removals held', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file(days), { minLength: 1, maxLength: 2 }),
      file([...days, noDay]),
      async (earlier, wrong) => {
        const work = await openWorkplace()
        for (const rows of earlier) await pushCrowd(work, rows)
        const before = await state(work)
        const sync = await pushCrowd(work, wrong)
        const { state: ended, datasets } = sync
        // A file that was refused, or came to the same bytes, changed nothing that could be undone.
        fc.pre(ended !== 'FAILED' && datasets[0]?.sameAs === undefined)
        // Nobody has the contents of records that no file gave and that went.
        const found = await lookBack(work, sync.id)
        fc.pre(found.kind === 'possible' && found.datasets.every(({ lost }) => lost === 0))
        await work.run(await undo(work, sync.id))
        expect(await state(work)).toEqual(before)
      },
    ),
    { numRuns: Number(process.env.SYNC_RUNS ?? 25) },
  )
}, 120_000)
