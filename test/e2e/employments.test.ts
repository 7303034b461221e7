import { afterAll, beforeAll, expect, it } from 'vitest'
import { employeesCsv, people } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { everything, type Product, startProduct } from './product.ts'

let product: Product
let customer: Customer
const staff = people(3)
const [ann, bob] = staff.map(({ id }) => id)

const employmentsCsv = (rows: readonly string[]): string =>
  ['Personalnummer;Gültig ab;Stelle;Jahresgehalt;Währung;Zahlungsweise', ...rows, ''].join('\n')

const firstDay = `${ann};01.01.2023;Fahrerin;30.000,00;EUR;monatlich`
const raise = `${ann};01.01.2024;Fahrerin;31.500,50;EUR;monatlich`
const ofBob = `${bob};01.03.2022;Leiter;62.000,00;EUR;monatlich`

beforeAll(async () => {
  product = await startProduct()
  customer = await newCustomer(product)
  await customer.deliver({
    'employees.csv': employeesCsv(staff),
    'employments.csv': employmentsCsv([firstDay, raise, ofBob]),
  })
  await customer.approve()
})
afterAll(() => product.stop())

const hris = () => product.sdk(customer.id).hris

it('salaries reach the app by the official SDK, as their draft reads them', async () => {
  const employments = await everything(hris().getEmployments())
  expect(employments.map(({ remote_id }) => remote_id).sort()).toEqual(
    [`${ann}|01.01.2023`, `${ann}|01.01.2024`, `${bob}|01.03.2022`].sort(),
  )
  expect(employments.find(({ remote_id }) => remote_id === `${ann}|01.01.2024`)).toMatchObject({
    job_title: 'Fahrerin',
    pay_rate: 31_500.5,
    pay_currency: 'EUR',
    pay_frequency: 'MONTHLY',
    effective_date: new Date('2024-01-01'),
  })
})

it('and each employee shows their own, the newest first', async () => {
  const shown = async () =>
    new Map(
      (await everything(hris().getEmployees())).map(({ remote_id, employments }) => [
        remote_id,
        employments.map(({ pay_rate }) => pay_rate),
      ]),
    )
  expect(await shown()).toEqual(
    new Map([
      [ann, [31_500.5, 30_000]],
      [bob, [62_000]],
      [staff[2]?.id, []],
    ]),
  )
  await customer.deliver({ 'employments.csv': employmentsCsv([firstDay, ofBob]) })
  expect((await shown()).get(ann ?? '')).toEqual([30_000])
})
