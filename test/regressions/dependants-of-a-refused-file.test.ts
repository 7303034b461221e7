import { expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, mappingKey } from '#core/control/keys.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

/** A mapping for the file of tomorrow, which today's file does not fit. */
const approveUnfitting = async ({ control }: Workplace, dataset: Dataset, dayField: string) => {
  const column = [{ from: 'column' as const, column: 'not there yet' }]
  const mapping: Mapping = {
    dataset,
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column, [dayField]: column },
  }
  const version = {
    integrationId,
    dataset,
    version: 2,
    mapping,
    origin: 'put',
    createdAt: 0,
    approvedAt: 0,
  }
  await control.create(mappingKey(integrationId, dataset, 2), version)
  await updateDocument(
    control,
    integrationKey(integrationId),
    IntegrationSchema,
    (integration): Integration => ({
      ...integration,
      mappings: { ...integration.mappings, [dataset]: { approved: 2, latest: 2 } },
    }),
  )
}

it('dependants follow their employee out even while no file of theirs can be read', async () => {
  const work = await openWorkplace()
  await work.run(
    await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,', '2,Bob,,B,Bern,Research,'])),
  )
  await work.run(await work.deliver('absences.csv', 'id,employee,type,start\na,1,Ill,2026-01-01\nb,2,Ill,2026-01-01\n'))
  await approveUnfitting(work, 'absences', 'start_date')
  const sync = await work.run(await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,'])))
  expect(sync).toMatchObject({
    state: 'PARTIALLY_FAILED',
    datasets: [{}, { outcome: 'refused', counts: { removed: 1 } }],
  })
  const stored = await work.stored()
  expect(stored.get('hris_absences a')?.deletedAt).toBeNull()
  expect(stored.get('hris_absences b')?.deletedAt).not.toBeNull()
})

it('dependants follow their employee out after their only file was refused by a new mapping', async () => {
  const work = await openWorkplace()
  await work.run(
    await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,', '2,Bob,,B,Bern,Research,'])),
  )
  await work.run(await work.deliver('timesheets.csv', 'id,employee,date,hours\na,1,2026-01-01,8\nb,2,2026-01-01,8\n'))
  await approveUnfitting(work, 'timesheets', 'date')
  await work.run({ kind: 'sync', integrationId, syncId: 'mapping-2', reason: 'mapping' })
  await work.run(await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,'])))
  const stored = await work.stored()
  expect(stored.get('hris_timesheets a')?.deletedAt).toBeNull()
  expect(stored.get('hris_timesheets b')?.deletedAt).not.toBeNull()
})
