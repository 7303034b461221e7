import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import type { FilterRule } from '#core/filter/employee-filter.ts'
import { employeesCsv, integrationId, type Workplace } from './workplace.ts'

export const people = [
  '1,Adalbert,,B,Bern,Research,2020-01-01',
  '2,Bobadilla,1,Z,Zugspitze,Research,2021-01-01',
  '3,Cyriacus,2,B,Bern,Sales,2022-01-01',
  '4,Deepika,2,,,Sales,2022-01-01',
]
export const staff = employeesCsv(people)
export const absences =
  'id,employee,type,start\nabsence-1,1,Sick,2026-01-05\nabsence-2,2,Holidays!,2026-01-06\nabsence-3,7,Sick,2026-01-07'

export const pushed = async (work: Workplace, name: string, csv: string) => work.run(await work.deliver(name, csv))
export const body = async (work: Workplace, name: string) => JSON.parse((await work.stored()).get(name)?.body ?? 'null')

let runs = 0
export const change = async (work: Workplace, parts: Partial<Integration>) => {
  await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
    ...each,
    ...parts,
  }))
  runs += 1
  return work.run({ kind: 'sync', integrationId, syncId: `filter-${runs}`, reason: 'filter' })
}
export const setFilter = (work: Workplace, ...rules: readonly FilterRule[]) =>
  change(work, { filter: { rules: [...rules] } })

export const inBern: FilterRule = { field: 'work_location', values: ['B'] }
export const rule = (field: string, ...values: readonly (string | null)[]): FilterRule => ({
  field,
  values: [...values],
})

/** Remote ids of the employees who are there. */
export const present = async (work: Workplace) =>
  [...(await work.stored())]
    .filter(([name, { deletedAt }]) => name.startsWith('hris_employees ') && deletedAt === null)
    .map(([name]) => name.slice('hris_employees '.length))
    .toSorted()
