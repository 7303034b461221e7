import { describe, expect, it } from 'vitest'
import { employeesCsv, openWorkplace } from '../sync/workplace.ts'

describe('an oversized file', () => {
  it('with huge column names is refused, and the refusal fits where it is kept', async () => {
    const work = await openWorkplace()
    const header = Array.from({ length: 25 }, () => 'n'.repeat(5_000)).join(',')
    const sync = await work.run(await work.deliver('employees.csv', `${header}\n${','.repeat(24)}\n`))
    expect(sync).toMatchObject({ state: 'FAILED', datasets: [{ outcome: 'refused' }] })
  })

  it('with a location too large to be stored quarantines its rows and applies the others', async () => {
    const work = await openWorkplace()
    const long = '\u{1f3e2}'.repeat(16_000)
    const csv = employeesCsv(['1,Ada,,B,Bern,Research,', `2,${long},,${long},${long},${long},`])
    const sync = await work.run(await work.deliver('employees.csv', csv))
    expect(sync.datasets[0]).toMatchObject({
      counts: { created: 1 },
      issues: [{ code: 'RECORD_TOO_LARGE', rows: [3] }],
    })
  })
})
