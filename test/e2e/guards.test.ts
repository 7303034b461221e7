import { afterAll, beforeAll, expect, it } from 'vitest'
import { csv, employeeRows, type Person, people } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { everything, type Product, runNode, startProduct } from './product.ts'

const staff = people(30)
const underOtherIds: readonly Person[] = staff.map((each) => ({ ...each, id: `N${each.id}` }))

/** An export that has e-mail addresses too. */
const exportOf = (some: readonly Person[]): string => {
  const [header = [], ...rows] = employeeRows(some)
  return csv([[...header, 'E-Mail'], ...rows.map((row, i) => [...row, `p${i}@example.com`])])
}

let product: Product
let customer: Customer
beforeAll(async () => {
  product = await startProduct()
  customer = await newCustomer(product)
  await customer.deliver({ 'employees.csv': exportOf(staff) })
  await customer.approve()
}, 120_000)
afterAll(() => product.stop())

const cli = async (...args: readonly string[]) => {
  const access = { ROSTERPORT_URL: product.url, ROSTERPORT_API_KEY: product.apiKey }
  const { code, stdout, stderr } = await runNode(['cli/main.ts', ...args, '--integration', customer.id], access).ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

const idsServed = async () =>
  (await everything(product.sdk(customer.id).hris.getEmployees({}))).map(({ remote_id }) => remote_id).toSorted()

it('a file with other ids is held, says who is probably whom, and is applied once it is approved', async () => {
  const before = await idsServed()
  await customer.deliver({ 'employees.csv': exportOf(underOtherIds) })
  expect(await idsServed()).toEqual(before)
  const { file } = await cli('held', 'list')
  expect(file).toMatchObject({ file_name: 'employees.csv', issue: { code: 'ID_DRIFT' }, pairs_in_all: 30 })
  const { links } = await cli('held', 'pairs')
  expect(links).toHaveLength(30)
  for (const { from, to } of links) expect(to).toBe(`N${from}`)
  await cli('held', 'approve', '--file', file.file_id, '--reason', 'Another HR system')
  await customer.settled()
  expect(await idsServed()).toEqual(before.map((id) => `N${id}`))
  expect((await cli('held', 'list')).file).toBeNull()
}, 120_000)

it('limits are set by command, and reset', async () => {
  const limit = { share: 0.3, records: 40 }
  expect(await cli('limit', 'drift', '--share', '0.3', '--records', '40')).toMatchObject({ drift_limit: limit })
  expect(await cli('limit', 'swaps', '--share', '0.3', '--records', '40')).toMatchObject({
    drift_limit: limit,
    swap_limit: limit,
  })
  expect(await cli('limit', 'drift')).toMatchObject({ drift_limit: null, swap_limit: limit })
}, 60_000)
