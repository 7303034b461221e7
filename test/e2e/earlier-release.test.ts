import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { employeesCsv, people } from './company.ts'
import { returningCustomer } from './customer.ts'
import { everything, type Product, scratchFolder, startProduct } from './product.ts'

/**
 * The data folder of the product as it was on that day, without its log, mails and keys. The first integration was given 12, 40, 39 and
 * then 15 of the people that `people` makes; the second one's mapping was never approved.
 */
const folder = fileURLToPath(new URL('../releases/2026-11-22.tar.gz', import.meta.url))
const settled = 'sftp:gafqsZ2uUSMDQhv9dfiCLiAk'
const waiting = 'sftp:7mnkN4mN2qQ1QPxNjc8TW9Vw'

let product: Product
beforeAll(async () => {
  const dataFolder = join(await scratchFolder(), 'data')
  mkdirSync(dataFolder)
  execFileSync('tar', ['-xzf', folder, '-C', dataFolder])
  product = await startProduct({ dataFolder })
}, 60_000)
afterAll(() => product.stop())

const staffOf = (id: string) => everything(product.sdk(id).hris.getEmployees({ include_deleted: true }))

it('an earlier release left what this one serves under the same ids', async () => {
  const staff = await staffOf(settled)
  expect(staff.map(({ remote_id }) => remote_id).sort()).toEqual(people(40).map(({ id }) => id))
  expect(staff.find(({ remote_id }) => remote_id === '000026')?.id).toBe('59CwG21PzvSzNEjH1nttMrPM')
  expect(staff.filter(({ remote_deleted_at }) => remote_deleted_at !== null)).toMatchObject([{ remote_id: '000040' }])
})

it('an earlier release left a manifest by which the next file changes what changed, and removes nobody', async () => {
  const customer = await returningCustomer(product, settled)
  expect(await customer.reportOn('employees.csv')).toMatchObject({ counts: { rows: 15, held: 24 } })
  const before = (await customer.files()).length
  await customer.put('employees.csv', employeesCsv(people(39)))
  await customer.settled(before + 1)
  expect(await customer.reportOn('employees.csv')).toMatchObject({
    outcome: 'applied',
    counts: { rows: 39, created: 0, removed: 0, held: 0 },
  })
  expect((await staffOf(settled)).filter(({ remote_deleted_at }) => remote_deleted_at === null)).toHaveLength(39)
}, 60_000)

it('an earlier release left a draft that is approved by this one', async () => {
  const customer = await returningCustomer(product, waiting)
  await customer.approve()
  expect((await staffOf(waiting)).map(({ remote_id }) => remote_id).sort()).toEqual(people(3).map(({ id }) => id))
}, 60_000)
