import { expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, mappingKey } from '#core/control/keys.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const staff = employeesCsv(['1,Ada,,B,Bern,Research,', '2,Bob,,B,Bern,Research,'])
const employments = (pay: number) => `employee,since,title,pay\n1,2020-01-01,Clerk,${pay}\n`

const approve = async ({ control }: Workplace, version: number, startColumn: string) => {
  const column = (name: string) => [{ from: 'column' as const, column: name }]
  const fields = { first_name: column('name'), start_date: column(startColumn) }
  const mapping = { dataset: 'employees', id: { columns: ['id'] }, fields }
  const key = mappingKey(integrationId, 'employees', version)
  const about = { integrationId, dataset: 'employees', version, origin: 'put', createdAt: 0, approvedAt: 0 }
  await control.create(key, { ...about, mapping })
  await updateDocument(
    control,
    integrationKey(integrationId),
    IntegrationSchema,
    (each): Integration => ({
      ...each,
      mappings: { ...each.mappings, employees: { approved: version, latest: version } },
    }),
  )
}

const nameOf = async (work: Workplace, id: string) =>
  JSON.parse((await work.stored()).get(`hris_employees ${id}`)?.body ?? '{}').first_name

/** Writes a file's records, but dies before the commit; then the file is withdrawn. */
const abort = async (work: Workplace, csv: string) => {
  const message = await work.deliver('employees.csv', csv)
  const { archive } = work.ports
  const put: SyncPorts['archive']['put'] = (key, body) =>
    key.startsWith('manifests/') ? Promise.reject(new Error('killed')) : archive.put(key, body)
  await expect(work.run(message, { ...work.ports, archive: { ...archive, put } })).rejects.toThrow('killed')
  const newest = { pk: `INTEGRATION#${integrationId}`, prefix: 'FILE#', descending: true }
  const [file] = (await work.control.query(newest)).documents
  if (!file) throw new Error('no file')
  await work.control.replace(file.key, { ...Object(file.value), state: 'REJECTED' }, file.revision)
}

it('what an interrupted sync wrote of employees stays in doubt when only their employments could be read', async () => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', staff))
  await work.run(await work.deliver('employments.csv', employments(1)))
  await abort(work, staff.replace('Bob', 'Rob'))
  expect(await nameOf(work, '2')).toBe('Rob')
  await approve(work, 2, 'not there yet')
  const { datasets } = await work.run(await work.deliver('employments.csv', employments(2)))
  expect(datasets).toMatchObject([{ outcome: 'refused' }, { outcome: 'applied' }])
  await approve(work, 3, 'start')
  await work.run({ kind: 'sync', integrationId, syncId: 'mapping-3', reason: 'mapping' })
  expect(await nameOf(work, '2')).toBe('Bob')
})
