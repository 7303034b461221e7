import { describe, expect, it } from 'vitest'
import { keyOfChore } from '#core/control/chore.ts'
import { readDocument } from '#core/control/documents.ts'
import { dueChore } from '#core/control/due.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, mappingKey, stateKey } from '#core/control/keys.ts'
import { MappingVersionSchema } from '#core/control/mapping-version.ts'
import { approveMapping, putMapping } from '#core/control/mapping-versions.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Source } from '#core/mapping/mapping.ts'
import { counting } from './counting.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const staff = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01', '2,Bob,1,B,Bern,Research,2021-01-01'])
const absences = 'id,employee,type,start\na1,1,Sick,2026-01-05\na2,3,Sick,2026-01-06'
const timesheets = 'id,employee,date,hours\nt1,2,2026-01-05,8'

const pushed = async (work: Workplace, name: string, csv: string) => work.run(await work.deliver(name, csv))

const openOffice = async () => {
  const work = await openWorkplace()
  await pushed(work, 'employees.csv', staff)
  await pushed(work, 'absences.csv', absences)
  await pushed(work, 'timesheets.csv', timesheets)
  return work
}

const stateOf = async (work: Workplace) => {
  const state = await readDocument(work.control, stateKey(integrationId), IntegrationStateSchema)
  if (!state) throw new Error('there is no state')
  return state
}

/** Approves a mapping that fills one more field. */
const remap = async ({ control, now }: Workplace, dataset: Dataset, field: string, source: Source) => {
  const integration = await readDocument(control, integrationKey(integrationId), IntegrationSchema)
  const current = await readDocument(control, mappingKey(integrationId, dataset, 1), MappingVersionSchema)
  if (!integration || !current) throw new Error('the workplace is not furnished')
  const mapping = { ...current.mapping, fields: { ...current.mapping.fields, [field]: [source] } }
  const { version } = await putMapping(control, integration, mapping, now())
  await approveMapping(control, { integrationId, dataset, version }, now())
}

/** Runs a sync; answers what it says of each dataset, and which manifests it opened. */
const observed = async (work: Workplace, message: Parameters<Workplace['run']>[0]) => {
  const { ports, opened } = counting(work)
  const { datasets } = await work.run(message, ports)
  const manifests = [...new Set(opened)].filter((each) => each.startsWith('manifest'))
  return { rebuilt: datasets.map(({ dataset }) => dataset), manifests }
}

describe('a sync', () => {
  it('opens no dataset but that of the file that came', async () => {
    const work = await openOffice()
    expect(await observed(work, await work.deliver('timesheets.csv', timesheets.replace('8', '7')))).toEqual({
      rebuilt: ['timesheets'],
      // Timesheets belong to employees.
      manifests: ['manifest of employees', 'manifest of timesheets'].toSorted().toReversed(),
    })
  })

  it('opens no dependants while the set of employees stays as it is', async () => {
    const work = await openOffice()
    expect(await observed(work, await work.deliver('employees.csv', staff.replace('Bob', 'Bobby')))).toEqual({
      rebuilt: ['employees'],
      manifests: ['manifest of employees'],
    })
  })

  it('looks at dependants again when somebody comes or goes', async () => {
    const work = await openOffice()
    const more = await work.deliver('employees.csv', `${staff}\n3,Cy,,B,Bern,Research,2022-01-01`)
    expect((await observed(work, more)).rebuilt).toEqual(['employees', 'absences', 'timesheets'])
    expect([...(await work.stored()).keys()]).toContain('hris_absences a2')
  })

  it('does nothing when nothing has changed', async () => {
    const work = await openOffice()
    const { ports, opened, recordCalls } = counting(work)
    await work.run({ kind: 'sync', integrationId, syncId: 'idle', reason: 'due' }, ports)
    expect({ opened, recordCalls: recordCalls() }).toEqual({ opened: [], recordCalls: 0 })
  })

  it('reads the archived file again under a new mapping, without an upload', async () => {
    const work = await openOffice()
    await remap(work, 'absences', 'status', { from: 'constant', value: 'APPROVED' })
    expect(await observed(work, { kind: 'sync', integrationId, syncId: 'mapped', reason: 'mapping' })).toMatchObject({
      rebuilt: ['absences'],
    })
    const absence = (await work.stored()).get('hris_absences a1')
    expect(JSON.parse(absence?.body ?? '')).toMatchObject({ status: 'APPROVED' })
  })

  it('names everything that it built a dataset from', async () => {
    const work = await openOffice()
    const { datasets } = await stateOf(work)
    expect(datasets.absences).toMatchObject({
      files: [datasets.absences?.fileId],
      mappingVersion: 1,
      employeeSet: datasets.employees?.employeeSet,
    })
    expect(datasets.absences?.configuration).toBe(datasets.employees?.configuration)
  })
})

const day = 24 * 60 * 60 * 1_000
const dueSync = { kind: 'sync', integrationId, syncId: 'due', reason: 'due' } as const

const statusOf = async (work: Workplace, name: string) => {
  const body = JSON.parse((await work.stored()).get(`hris_employees ${name}`)?.body ?? '')
  return body.employment_status
}

describe('records that change by themselves', () => {
  const coming = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01', '2,Bob,1,B,Bern,Research,2026-01-03'])

  it('change on their day without an upload, and only then', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', coming)
    expect([await statusOf(work, '1'), await statusOf(work, '2')]).toEqual(['ACTIVE', 'PENDING'])
    expect((await stateOf(work)).dueAt).toBe('2026-01-03')
    work.pass(day)
    const early = await observed(work, { ...dueSync, syncId: 'early' })
    expect(early).toEqual({ rebuilt: [], manifests: [] })
    work.pass(day)
    const { datasets } = await work.run(dueSync)
    expect(datasets[0]?.counts).toMatchObject({ rows: 2, updated: 1, unchanged: 1 })
    expect(await statusOf(work, '2')).toBe('ACTIVE')
    expect((await stateOf(work)).dueAt).toBeNull()
  })

  it('are tried again on the next day if they could not be read on theirs', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', coming)
    await remap(work, 'employees', 'last_name', { from: 'column', column: 'surname' })
    work.pass(2 * day)
    expect((await work.run(dueSync)).state).toBe('FAILED')
    expect((await stateOf(work)).dueAt).toBe('2026-01-03')
    const chore = dueChore({ id: integrationId }, '2026-01-04')
    expect(await work.control.get(keyOfChore(chore))).toMatchObject({ value: chore })
  })

  it('change even if the file comes again with the same bytes on that day', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.csv', coming)
    work.pass(2 * day)
    const sync = await pushed(work, 'employees.csv', coming)
    expect(sync.datasets[0]).not.toHaveProperty('sameAs')
    expect(await statusOf(work, '2')).toBe('ACTIVE')
  })

  it("change when the day begins in the customer's zone", async () => {
    const work = await openWorkplace()
    const { value, revision } = (await work.control.get(integrationKey(integrationId))) ?? { value: {}, revision: 0 }
    await work.control.replace(
      integrationKey(integrationId),
      { ...Object(value), timeZone: 'Pacific/Auckland' },
      revision,
    )
    await pushed(work, 'employees.csv', coming)
    // 13 hours ahead of UTC.
    work.pass(1.5 * day)
    await work.run(dueSync)
    expect(await statusOf(work, '2')).toBe('ACTIVE')
  })
})
