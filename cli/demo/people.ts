import * as v from 'valibot'
import type { ApiClient } from '../client.ts'

const NamedSchema = v.nullable(v.looseObject({ name: v.nullable(v.string()) }))
const EmployeeSchema = v.looseObject({
  remote_id: v.string(),
  display_full_name: v.nullable(v.string()),
  job_title: v.nullable(v.string()),
  manager: v.nullable(v.looseObject({ display_full_name: v.nullable(v.string()) })),
  work_location: NamedSchema,
  groups: v.array(v.looseObject({ name: v.nullable(v.string()) })),
})
export type Employee = v.InferOutput<typeof EmployeeSchema>

const PageSchema = v.object({ next: v.nullable(v.string()), results: v.array(EmployeeSchema) })
type Page = v.InferOutput<typeof PageSchema>

/** Everybody the unified API returns, page after page, in the order of their ids. */
export const readEmployees = async (api: ApiClient, integrationId: string): Promise<readonly Employee[]> => {
  const employees: Employee[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const page: Page = await api('GET', `/v1/hris/employees?page_size=250${query}`, PageSchema, { integrationId })
    employees.push(...page.results)
    cursor = page.next
  }
  return employees.toSorted((a, b) => a.remote_id.localeCompare(b.remote_id))
}

const columns: readonly (readonly [string, (employee: Employee) => string | null | undefined])[] = [
  ['id', ({ remote_id }) => remote_id],
  ['name', ({ display_full_name }) => display_full_name],
  ['job', ({ job_title }) => job_title],
  ['group', ({ groups }) => groups[0]?.name],
  ['location', ({ work_location }) => work_location?.name],
  ['manager', ({ manager }) => manager?.display_full_name],
]

/** A plain table, one line a person. */
export const tableOf = (employees: readonly Employee[]): string => {
  const rows = [
    columns.map(([title]) => title),
    ...employees.map((each) => columns.map(([, cell]) => cell(each) ?? '—')),
  ]
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
