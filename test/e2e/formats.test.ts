import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { validateCommand } from '../../cli/validate.ts'
import { makeWorkbook, sheetOf } from '../decode/make-workbook.ts'
import { makeZip } from '../decode/make-zip.ts'
import { sftpClients } from '../sftp/clients.ts'
import { newCustomer } from './customer.ts'
import { type Product, scratchFolder, startProduct } from './product.ts'

let product: Product
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const header = ['Employee ID', 'First Name', 'Last Name', 'Work Email', 'Hire Date', 'Department']
const people = [
  ['00042', 'Žaneta', 'Dvořáková', 'zaneta@example.com', '2023-03-15', 'Sales'],
  ['00043', 'Jiří', 'Novák', 'jiri@example.com', '2024-01-31', 'Sales'],
  ['00044', 'Šárka', 'Křížová', 'sarka@example.com', '2025-12-01', 'People'],
] as const
const rows = [header, ...people]

const textOf = (delimiter: string): string => rows.map((row) => `${row.join(delimiter)}\r\n`).join('')
const records = people.map((person) => Object.fromEntries(person.map((cell, i) => [header[i], cell])))

const days = (date: string): number => (Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000
const sheet = sheetOf(
  [
    ['Staff as of today'],
    [],
    header,
    ...people.map(([id, first, last, email, hired, department], i) => [
      `<c s="2"><v>${Number(id)}</v></c>`,
      first,
      last,
      email,
      `<c s="1"><v>${days(hired)}</v></c>`,
      i === 1 ? null : department,
    ]),
  ],
  '<mergeCells><mergeCell ref="F4:F5"/></mergeCells>',
)
const sheets = [
  { name: 'Read me', xml: sheetOf([['How to read this']]) },
  { name: 'Employees', xml: sheet },
]
const workbook = (more: string) =>
  makeWorkbook({ sheets, formats: ['dd.mm.yyyy', '00000'], further: [{ name: 'docProps/app.xml', bytes: more }] })

describe('people who are pushed as', () => {
  it.each([
    ['employees.csv', textOf(',')],
    ['employees.tsv', textOf('\t')],
    ['Employees_2026-01-31.txt', Buffer.from(`\ufeff${textOf('|')}`, 'utf16le')],
    ['employees.xlsx', workbook('1')],
    ['employees.zip', makeZip([{ name: 'employees.xlsx', bytes: workbook('1') }])],
    ['employees.json', JSON.stringify({ Report_Entry: records })],
    ['employees.ndjson', records.map((record) => `${JSON.stringify(record)}\n`).join('')],
    ['employees.json.gz', gzipSync(JSON.stringify(records, null, 2))],
  ])('%s are the same people in the API', async (name, content) => {
    const customer = await newCustomer(product)
    const sftp = sftpClients.find((client) => client.name === 'sftp (OpenSSH)')
    await customer.deliver({ [name]: content }, (await sftp?.isInstalled()) ? sftp : undefined)
    await customer.approve()
    const { data } = (await product.sdk(customer.id).hris.getEmployees()).result
    const found = data.results.map((person) => [
      person.remote_id,
      person.first_name,
      person.last_name,
      person.work_email,
      person.start_date?.toISOString().slice(0, 10),
    ])
    expect(found.toSorted()).toEqual(people.map((person) => person.slice(0, 5)))
    expect(data.results.map(({ groups }) => groups.map((group) => group.name)).toSorted()).toEqual([
      ['People'],
      ['Sales'],
      ['Sales'],
    ])
  })

  it('a workbook that was saved anew change nothing, and one that is cut short is refused', async () => {
    const customer = await newCustomer(product)
    await customer.deliver({ 'employees.xlsx': workbook('1') })
    await customer.approve()
    await customer.deliver({ 'employees.xlsx': workbook('saved anew') })
    expect(await customer.reportOn('employees.xlsx')).toMatchObject({
      outcome: 'applied',
      counts: { rows: 3, created: 0, updated: 0, removed: 0 },
    })
    await customer.deliver({ 'employees.xlsx': workbook('2').subarray(0, -100) })
    expect(await customer.reportOn('employees.xlsx')).toMatchObject({
      outcome: 'refused',
      issues: [{ code: 'FILE_CUT_SHORT' }],
    })
  })
})

it('a sheet that was chosen is said before anybody approves, offline as well', async () => {
  const customer = await newCustomer(product)
  await customer.deliver({ 'employees.xlsx': workbook('1') })
  const { issues } = await customer.reportOn('employees.xlsx')
  const path = join(await scratchFolder(), 'employees.xlsx')
  await writeFile(path, workbook('1'))
  for (const said of [issues, (await validateCommand(path, undefined, undefined)).issues])
    expect(said.map(({ code }) => code)).toEqual(expect.arrayContaining(['SHEET_CHOSEN', 'HEADER_FOUND']))
})
