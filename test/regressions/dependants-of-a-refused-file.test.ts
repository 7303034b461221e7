import { expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, mappingKey } from '#core/control/keys.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { dynalite } from '../contracts/dynalite.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const dynamo = await dynalite()
const client = dynamo.client()

/** A mapping for the file of tomorrow, which today's file does not fit. */
const approveUnfitting = async ({ control }: Workplace) => {
  const column = [{ from: 'column' as const, column: 'not there yet' }]
  const mapping: Mapping = {
    dataset: 'absences',
    id: { columns: ['id'] },
    fields: { 'employee.remote_id': column, start_date: column },
  }
  const version = {
    integrationId,
    dataset: 'absences',
    version: 2,
    mapping,
    origin: 'put',
    createdAt: 0,
    approvedAt: 0,
  }
  await control.create(mappingKey(integrationId, 'absences', 2), version)
  await updateDocument(
    control,
    integrationKey(integrationId),
    IntegrationSchema,
    (integration): Integration => ({
      ...integration,
      mappings: { ...integration.mappings, absences: { approved: 2, latest: 2 } },
    }),
  )
}

it('dependants follow their employee out even while no file of theirs can be read', async () => {
  const work = await openWorkplace(client)
  await work.run(
    await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,', '2,Bob,,B,Bern,Research,'])),
  )
  await work.run(await work.deliver('absences.csv', 'id,employee,type,start\na,1,Ill,2026-01-01\nb,2,Ill,2026-01-01\n'))
  await approveUnfitting(work)
  const sync = await work.run(await work.deliver('employees.csv', employeesCsv(['1,Ada,,B,Bern,Research,'])))
  expect(sync).toMatchObject({
    state: 'PARTIALLY_FAILED',
    datasets: [{}, { outcome: 'refused', counts: { removed: 1 } }],
  })
  const stored = await work.stored()
  expect(stored.get('hris_absences a')?.deletedAt).toBeNull()
  expect(stored.get('hris_absences b')?.deletedAt).not.toBeNull()
})
