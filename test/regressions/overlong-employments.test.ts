import { expect, it } from 'vitest'
import { employeesCsv, integrationId, openWorkplace } from '../sync/workplace.ts'

it('employments that are too long together to be shown in their employee hold up nobody', async () => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,'])))
  const rows = Array.from({ length: 90 }, (_, i) => `1,20${i + 10}-01-01,${'\u{1f4bc}'.repeat(1_500)},1`)
  const sync = await work.run(await work.deliver('employments.csv', ['employee,since,title,pay', ...rows].join('\n')))
  expect(sync).toMatchObject({ state: 'SUCCEEDED', datasets: [{}, { counts: { created: 90 } }] })
  const { employments } = JSON.parse((await work.stored()).get('hris_employees 1')?.body ?? '{}')
  expect(employments.length).toBeGreaterThan(50)
  expect(employments[0].effective_date).toMatch(/^2099/)
  const verify = await work.run({ kind: 'sync', integrationId, syncId: 'verify-1', reason: 'verify' })
  expect(verify.verified?.differing).toBe(0)
})
