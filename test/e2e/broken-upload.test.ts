import { promisify } from 'node:util'
import type { SFTPWrapper } from 'ssh2'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { employeesCsv, people } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { everything, type Product, startProduct } from './product.ts'
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

/** Writes and goes away without closing the file. */
const breakOff = async (sftp: SFTPWrapper, content: string): Promise<void> => {
  const handle = await promisify<Buffer>((done) => sftp.open('/employees.csv', 'w', done))()
  const bytes = Buffer.from(content)
  await promisify<void>((done) => sftp.write(handle, bytes, 0, bytes.length, 0, done))()
}

const firstNames = async () =>
  (await everything(product.sdk(customer.id).hris.getEmployees({ include_deleted: true }))).map(
    ({ first_name, remote_deleted_at }) => remote_deleted_at ?? first_name,
  )

it('an upload that breaks off is refused and leaves nothing behind, and the next one is applied', async () => {
  const before = await firstNames()
  const changed = (count: number) => employeesCsv(people(count)).replace(String(before[0]), 'Zz')
  // It ends with a whole row: nothing in it says that the last person is missing.
  await withSftp(customer.target, (sftp) => breakOff(sftp, changed(11)))
  await expect
    .poll(() => customer.fileNamed('employees.csv'), { timeout: 60_000 })
    .toMatchObject({
      state: 'REFUSED',
      issues: [{ code: 'UPLOAD_BROKEN_OFF' }],
    })
  await customer.settled(2)
  expect(await firstNames()).toEqual(before)
  await customer.deliver({ 'employees.csv': changed(12) })
  expect(await customer.fileNamed('employees.csv')).toMatchObject({ state: 'ACCEPTED', issues: [] })
  expect(await firstNames()).toContain('Zz')
}, 180_000)
