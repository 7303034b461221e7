import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import type { Join } from '#core/mapping/join.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

export const contracts: Join = { name: 'contracts', files: 'contracts', key: ['Person'], to: ['id'] }

/** Employees whose job title stands in a file of contracts, and whose department, with a second join, in one of units. */
export const joinedMapping = (joins: readonly Join[] = [contracts]): Mapping => ({
  dataset: 'employees',
  id: { columns: ['id'] },
  fields: {
    first_name: column('name'),
    job_title: column('contracts.Title'),
    ...(joins.length > 1 ? { 'department.name': column('units.Name') } : {}),
  },
  joins: [...joins],
})

export const staff = employeesCsv(['1,Ada,,,,,', '2,Bob,,,,,', '3,Cy,,,,,'])
export const titles = 'Person;Title;Unit\n1;Engineer;u1\n2;Nurse;u2\n'

export const joinedWorkplace = async (mapping = joinedMapping()): Promise<Workplace> => {
  const work = await openWorkplace()
  await work.approveAs(mapping)
  return work
}

export const pushed = async (work: Workplace, name: string, csv: string) => work.run(await work.deliver(name, csv))

/** The job titles of those who are there, by remote id. */
export const titlesOf = async (work: Workplace) =>
  Object.fromEntries(
    [...(await work.stored()).values()]
      .filter(({ deletedAt, body }) => deletedAt === null && body.includes('job_title'))
      .map(({ remoteId, body }) => [remoteId, JSON.parse(body).job_title]),
  )

/** Something of each file, by its name. */
export const byName = async <Shown>(work: Workplace, show: (file: ExportFile) => Shown) => {
  const files = await Array.fromAsync(listDocuments(work.control, filePartition(integrationId), ExportFileSchema))
  return Object.fromEntries(files.map((file) => [file.name, show(file)]))
}
export const statesOf = (work: Workplace) => byName(work, ({ state }) => state)
