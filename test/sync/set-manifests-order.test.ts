import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinedMapping, joinedWorkplace } from './joined-workplace.ts'
import { employeesCsv } from './workplace.ts'

const kinds = ['main', 'part', 'manifest'] as const
type Push = { readonly kind: (typeof kinds)[number]; readonly isSynced: boolean }

const pushes = fc.array(fc.record({ kind: fc.constantFrom(...kinds), isSynced: fc.boolean() }), {
  minLength: 3,
  maxLength: 14,
})

const fileOf = {
  main: (at: number) => [`employees-${at}.csv`, employeesCsv([`1,name ${at},,,,,`])] as const,
  part: (at: number) => [`contracts-${at}.csv`, `Person;Title\n1;title ${at}\n`] as const,
  manifest: (at: number) => [`export-${at}.done`, ''] as const,
}

/** The newest file of each kind before the newest manifest. */
const expected = (history: readonly Push[]): readonly (readonly [string, string])[] => {
  const end = history.findLastIndex(({ kind }) => kind === 'manifest')
  const [main, part] = (['main', 'part'] as const).map((kind) =>
    history.slice(0, Math.max(end, 0)).findLastIndex((push) => push.kind === kind),
  )
  return main === undefined || part === undefined || main < 0 || part < 0 ? [] : [[`name ${main}`, `title ${part}`]]
}

it('whatever is pushed in whatever order, what is stored is what stood before the newest manifest', async () => {
  await fc.assert(
    fc.asyncProperty(pushes, async (history) => {
      const work = await joinedWorkplace({ ...joinedMapping(), manifest: 'export' })
      for (const [at, { kind, isSynced }] of history.entries()) {
        const [name, text] = fileOf[kind](at)
        const message = await work.deliver(name, text)
        if (isSynced || at === history.length - 1) await work.run(message)
      }
      const bodies = [...(await work.stored()).values()].map(({ body }) => JSON.parse(body))
      const people = bodies.filter((body) => 'job_title' in body).map((body) => [body.first_name, body.job_title])
      expect(people).toEqual(expected(history))
    }),
    { numRuns: 25 },
  )
}, 60_000)
