import { promisify } from 'node:util'
import type { SFTPWrapper } from 'ssh2'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { employeesCsv, people } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { type Product, startProduct } from './product.ts'
import { withSftp } from './push.ts'

let product: Product
let customer: Customer
beforeAll(async () => {
  product = await startProduct()
  customer = await newCustomer(product)
  await customer.deliver({ 'employees.csv': employeesCsv(people(12)) })
  await customer.approve()
}, 120_000)
afterAll(() => product.stop())

const over = <Result>(use: (sftp: SFTPWrapper) => Promise<Result>) => withSftp(customer.target, use)

const names = () =>
  over(async (sftp) => {
    const entries = await promisify<{ filename: string }[]>((done) =>
      sftp.readdir('/', (error, list) => done(error ?? null, list)),
    )()
    return entries.map(({ filename }) => filename)
  })

const read = (path: string) =>
  over((sftp) => promisify<Buffer>((done) => sftp.readFile(path, (error, data) => done(error ?? null, data)))())

const remove = (path: string) =>
  over((sftp) => promisify<void>((done) => sftp.unlink(path, (error) => done(error ?? null)))())

it('what became of a file lies beside it, can be fetched and removed, and is never taken for a file', async () => {
  expect(await names()).not.toContain('employees.result.csv')
  const Settings = v.object({ result_files: v.boolean() })
  expect(await product.api('PATCH', customer.base, Settings, { body: { result_files: true } })).toEqual({
    result_files: true,
  })
  await customer.deliver({ 'employees.csv': `${employeesCsv(people(12))}\n` })
  await expect.poll(names, { timeout: 30_000 }).toContain('employees.result.csv')
  expect(String(await read('/employees.result.csv'))).toMatch(
    /^\ufeffdataset,row,.*\r\nemployees,,total,APPLIED,,"12 rows, /,
  )
  await remove('/employees.result.csv')
  expect(await names()).not.toContain('employees.result.csv')
  expect((await customer.files()).map(({ name }) => name)).toEqual(['employees.csv', 'employees.csv'])
}, 120_000)
