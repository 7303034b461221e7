import { listDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import { employeesCsv, integrationId, type Workplace } from './workplace.ts'

export const row = (id: string, name: string, department = 'Research', manager = '') =>
  `${id},${name},${manager},B,Bern,${department},2020-01-01`

export const column = (name: string) => [{ from: 'column' as const, column: name }]

/** The first names of those who are there, by remote id. */
export const people = async (work: Workplace): Promise<Readonly<Record<string, string>>> => {
  const stored = [...(await work.stored()).values()].filter(({ deletedAt }) => deletedAt === null)
  const employees = stored.filter(({ body }) => 'first_name' in JSON.parse(body))
  return Object.fromEntries(employees.map(({ remoteId, body }) => [remoteId, JSON.parse(body).first_name]))
}

export const push = async (work: Workplace, name: string, rows: readonly string[]) =>
  work.run(await work.deliver(name, employeesCsv(rows)))

const _runs = 0
let runs = 0
/** A sync that no file asked for. */
export const sync = (work: Workplace, reason: 'mapping' | 'forced' | 'scope') => {
  runs += 1
  return work.run({ kind: 'sync', integrationId, syncId: `deltas-${runs}`, reason })
}

export const files = (work: Workplace) =>
  Array.fromAsync(listDocuments(work.control, filePartition(integrationId), ExportFileSchema))
