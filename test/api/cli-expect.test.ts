import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commands } from '../../cli/commands.ts'
import { apiUnderTest } from './api-under-test.ts'

const api = await apiUnderTest()
process.env.ROSTERPORT_URL = api.url
process.env.ROSTERPORT_API_KEY = api.apiKey

const folder = await mkdtemp(join(tmpdir(), 'cadence-'))
afterAll(() => rm(folder, { recursive: true }))

const store = async (name: string, content: unknown) => {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify(content))
  return path
}

test('the command line says when the files of a dataset are to come', async () => {
  const { id } = await api.makeIntegration()
  const run = (when: string, dataset = 'employees') => commands.expect?.run({ integration: id, dataset }, when)
  const employees = { dataset: 'employees', cadence: { every: 'hours', hours: 24, grace: 2.4 } }
  expect(await run('24')).toMatchObject({ expected_files: [employees] })
  const cadence = { every: 'month', day: 31, time: '04:00', grace: 24 }
  const path = await store('cadence.json', cadence)
  expect(await run(path, 'absences')).toMatchObject({ expected_files: [employees, { dataset: 'absences', cadence }] })
  expect(await run('')).toMatchObject({ expected_files: [employees, { dataset: 'absences' }], calendar: { days: [] } })
  expect(await run('none')).toMatchObject({ expected_files: [{ dataset: 'employees', cadence: null }, {}] })
  expect(await run('learned')).toMatchObject({ expected_files: [{ dataset: 'absences' }] })
  await expect(run('daily')).rejects.toThrow('"daily" must be a whole number of hours')
  await expect(run(await store('none.json', { every: 'day' }))).rejects.toThrow('holds no cadence')
})

test('the command line says on which days no file is expected', async () => {
  const { id } = await api.makeIntegration()
  const run = (where: string) => commands.calendar?.run({ integration: id }, where)
  expect(await run('DE')).toMatchObject({ calendar: { country: 'DE', region: null, days: [] } })
  expect(await run('DE-BY')).toMatchObject({ calendar: { country: 'DE', region: 'BY' } })
  const path = await store('days.json', { country: 'FR', days: ['2026-12-24'] })
  expect(await run(path)).toMatchObject({ calendar: { country: 'FR', days: ['2026-12-24'] } })
  expect(await run('none')).toMatchObject({ calendar: { country: null, days: [] } })
  await expect(run('Germany')).rejects.toThrow('"Germany" names no days off. country: is no country')
})
