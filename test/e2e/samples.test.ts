import { existsSync, globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '#core/issues/issue.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { draftCommand, readMapping } from '../../cli/mapping.ts'
import { validateCommand } from '../../cli/validate.ts'
import { sftpClients } from '../sftp/clients.ts'
import { type DatasetReport, newCustomer } from './customer.ts'
import { everything, type Product, scratchFolder, startProduct } from './product.ts'

/** Real files of HR systems. They are not ours to publish, so they lie beside a checkout and not in it. */
const folder = '../shared/samples'
const isThere = existsSync(folder)
const samples = globSync('*/*.{csv,txt,json,xlsx}', { cwd: folder }).sort()

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

type Judged = Pick<DatasetReport, 'outcome' | 'counts' | 'issues'>
const judged = ({ outcome, counts, issues }: Judged): Judged => ({ outcome, counts, issues })

/** Offline: the draft, and what `validate` says of the file under it. */
const offline = async (path: string) => {
  const draft = await draftCommand(path, undefined)
  if (draft.outcome === 'refused')
    return { mapping: undefined, report: await validateCommand(path, undefined, undefined) }
  const mappingPath = join(await scratchFolder(), 'mapping.json')
  await writeFile(mappingPath, JSON.stringify(draft))
  return { mapping: await readMapping(mappingPath), report: await validateCommand(path, undefined, mappingPath) }
}

/** The same file under the same mapping, pushed by SFTP to a product that has seen nothing else. */
const pushed = async (path: string, mapping: Mapping | undefined): Promise<DatasetReport> => {
  const customer = await newCustomer(product)
  if (mapping) {
    await product.api('PUT', `${customer.base}/mappings/employees`, v.unknown(), { body: mapping })
    await customer.approve()
  }
  const name = `employees${extname(path)}`
  await customer.deliver({ [name]: await readFile(path) })
  return customer.reportOn(name)
}

/** What is known of some of the files, counted by other means. */
const known: Readonly<
  Record<string, { readonly counts?: Record<string, number>; readonly codes?: readonly string[] }>
> = {
  'employees-effective-dated/employee.csv': { counts: { rows: 10_000, quarantined: 0, created: 10_000 }, codes: [] },
  // Of several rows of a person the one that holds now.
  'employees-effective-dated/salary.csv': { counts: { rows: 10_000 } },
  'employees-effective-dated/title.csv': { counts: { rows: 10_000 } },
  'entra-inbound/Sample-CSV-2-SCIM-payload.json': { counts: { rows: 3 } },
  'entra-inbound/csv-with-1000-records.csv': { counts: { rows: 1000, quarantined: 641, created: 359 } },
  'entra-inbound/contractorData.csv': { counts: { rows: 331 } },
  'entra-inbound/employeeData.csv': { counts: { rows: 332 } },
  'idm-samples/adobe-users-file-with-custom-attributes-and-mappings.csv': { codes: ['ROWS_PADDED'] },
  'idm-samples/syncope-test.csv': { counts: { rows: 10 } },
  'samedis-sap-de/import.csv': { counts: { rows: 1, created: 1 }, codes: [] },
  'samedis-sap-de/import.xlsx': { counts: { rows: 1, created: 1 }, codes: [] },
  'workday-raas-json/workday-raas-report-entry.json': { counts: { rows: 1, created: 1 } },
}

const adviceOf = ({ message, fix }: Issue): string => `${message} ${fix}`

describe.skipIf(!isThere)(`real files in ${folder}, which lies beside a checkout`, () => {
  it('are all there', () => {
    expect(samples).toHaveLength(30)
    expect(samples).toEqual(expect.arrayContaining(Object.keys(known)))
  })

  it.each(samples)('%s is judged the same offline and by a sync', { timeout: 120_000 }, async (sample) => {
    const path = join(folder, sample)
    const { mapping, report } = await offline(path)
    expect(report).toMatchObject({ counts: known[sample]?.counts ?? {} })
    const { codes } = known[sample] ?? {}
    if (codes) expect(report.issues.map(({ code }) => code)).toEqual(codes)
    for (const issue of report.issues) expect(adviceOf(issue)).toMatch(/\. .+\.$/s)
    const synced = await pushed(path, mapping)
    expect(judged(synced)).toEqual(judged(report))
    expect(report.outcome).toBe(mapping ? 'applied' : 'refused')
  })
})

describe.skipIf(!isThere)('the file in which every third person stands several times', () => {
  const path = join(folder, 'entra-inbound/csv-with-1000-records.csv')

  it('gives exactly the people who stand in it once, and names the rows of the others', async () => {
    const lines = (await readFile(path, 'utf8')).trimEnd().split(/\r?\n/)
    // No cell of this file is quoted, so its first cell is the id.
    const rowsById = Map.groupBy(
      lines.slice(1).map((line, index) => ({ id: line.split(',')[0] ?? '', row: index + 2 })),
      ({ id }) => id,
    )
    const repeated = [...rowsById].filter(([, rows]) => rows.length > 1)
    const single = [...rowsById.keys()].filter((id) => rowsById.get(id)?.length === 1)
    expect({ ids: repeated.length, rows: repeated.flatMap(([, rows]) => rows).length }).toEqual({ ids: 265, rows: 641 })

    const customer = await newCustomer(product)
    const sftp = sftpClients.find(({ name }) => name === 'sftp (OpenSSH)')
    const client = (await sftp?.isInstalled()) ? sftp : undefined
    await customer.deliver({ 'employees.csv': await readFile(path) }, client)
    await customer.approve()

    const { issues, counts } = await customer.reportOn('employees.csv')
    expect(counts).toMatchObject({ rows: 1000, quarantined: 641, created: 359 })
    const named = issues.filter(({ code }) => code === 'ID_DUPLICATE').map(({ example, rows }) => [example, rows])
    expect(Object.fromEntries(named)).toEqual(
      Object.fromEntries(repeated.map(([id, rows]) => [id, rows.map(({ row }) => row)])),
    )
    const found = await everything(product.sdk(customer.id).hris.getEmployees())
    expect(found.map(({ remote_id }) => remote_id).sort()).toEqual(single.sort())
  }, 60_000)
})
