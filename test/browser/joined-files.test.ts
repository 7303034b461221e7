import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Customer } from '../e2e/customer.ts'
import { type Product, startProduct } from '../e2e/product.ts'
import { launchBrowser } from './chromium.ts'
import { expectAccessible, type FlowPage, openEmbedded } from './flow-page.ts'
import { type HostPage, startHostPage } from './host-page.ts'
import { customerWith, setupLink } from './setup-page.ts'
import { onward } from './walk.ts'

vi.setConfig({ testTimeout: 300_000 })

let product: Product
let host: HostPage
let browser: Browser
beforeAll(async () => {
  ;[product, host, browser] = await Promise.all([startProduct(), startHostPage(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  host?.close()
  await product?.stop()
})

const persons =
  'Employee ID;First name;Last name;Status\n1;Ada;Lovelace;active\n2;Alan;Turing;active\n3;Grace;Hopper;active\n'
const contracts = 'Number;Employee ID;Job title;Salary\nc1;1;Engineer;5000\nc2;2;Clerk;4000\nc3;2;Analyst;4500\n'

const openEditor = async (customer: Customer): Promise<FlowPage> => {
  const opened = await openEmbedded(browser, host, await setupLink(product, customer))
  await opened.flow.getByRole('heading', { name: 'Match your columns', level: 1 }).waitFor()
  return opened
}

const titles = async (customer: Customer) => {
  const { result } = await product.sdk(customer.id).hris.getEmployees()
  return Object.fromEntries(result.data.results.map(({ remote_id, job_title }) => [remote_id, job_title]))
}

const customerWithFiles = async (): Promise<Customer> => {
  const customer = await customerWith(product, { mapping_approver: 'customer' })
  await customer.deliver({ 'employees.csv': persons })
  await customer.deliver({ 'Contracts_2026-01-31.csv': contracts })
  return customer
}

const joinContracts = async ({ flow }: FlowPage): Promise<void> => {
  await flow.getByRole('button', { name: 'Join a file' }).click()
  await flow.getByRole('option', { name: 'Contracts_2026-01-31.csv' }).click()
  await flow.getByText('2 of 3 rows find their row in Contracts_2026-01-31.csv.').waitFor()
}

describe('a customer whose columns come in two files', () => {
  it('joins them in the editor, sees what the rows find, approves, and the app reads the people', async () => {
    const customer = await customerWithFiles()
    const opened = await openEditor(customer)
    const { flow } = opened
    await joinContracts(opened)
    await flow.getByText('One row does not count, because a later one has the same key.').waitFor()
    await flow.getByRole('button', { name: 'Use Contracts · Job title as' }).click()
    await flow.getByRole('option', { name: 'Job title' }).click()
    await flow.locator('.person').getByText('Engineer').first().waitFor()
    await expectAccessible(flow)
    await flow.getByText('Draft saved').waitFor()
    await onward(opened).click()
    await flow.getByText('Your files are applied: 3 people.').waitFor()
    expect(await titles(customer)).toEqual({ 1: 'Engineer', 2: 'Analyst', 3: null })
    await customer.deliver({ 'contracts.csv': contracts.replace('Engineer', 'Countess') })
    await expect.poll(() => titles(customer), { timeout: 30_000 }).toMatchObject({ 1: 'Countess' })
    expect(opened.said).toEqual([])
  })

  it('chooses other key columns, takes a file out and back by the keyboard', async () => {
    const opened = await openEditor(await customerWithFiles())
    const { flow, page } = opened
    await joinContracts(opened)
    await flow.getByRole('button', { name: 'Key column in Contracts_2026-01-31.csv' }).click()
    await flow.getByRole('option', { name: 'Number' }).click()
    await flow.getByText('0 of 3 rows find their row').waitFor()
    await flow.getByText('Choose the columns that hold the same number in both files.').waitFor()
    await page.keyboard.press('Control+z')
    await flow.getByText('2 of 3 rows find their row').waitFor()
    await flow.getByRole('button', { name: 'Take Contracts_2026-01-31.csv out' }).press('Enter')
    await flow.getByRole('button', { name: 'Join a file' }).waitFor()
    await page.keyboard.press('Control+z')
    await flow.getByText('2 of 3 rows find their row').waitFor()
  })
})

describe('a customer whose file is read otherwise than it is meant', () => {
  const keysFirst =
    'F1;F2;F3;F4\nEmployee ID;First name;Last name;Status\n1;Ada;Lovelace;active\n2;Alan;Turing;active\n'

  it('sees why, says how it is meant by the keyboard, has the fields proposed anew, and approves', async () => {
    const customer = await customerWith(product, { mapping_approver: 'customer' })
    await customer.deliver({ 'employees.csv': keysFirst })
    const opened = await openEditor(customer)
    const { flow, page } = opened
    await flow.getByText('It cuts the first 4 rows into as many cells.').waitFor()
    await flow.getByText('The first row holds names.').waitFor()
    await flow.getByRole('button', { name: 'Row with the column names' }).press('Enter')
    await flow.getByRole('option', { name: '2', exact: true }).click()
    await flow.getByText('Chosen by you. Found was: 1.').waitFor()
    await expectAccessible(flow)
    await flow.getByRole('button', { name: 'Propose the fields anew' }).press('Enter')
    await flow.locator('.person').getByText('Lovelace').first().waitFor()
    await flow.getByText('Draft saved').waitFor()
    await onward(opened).click()
    await flow.getByText('Your files are applied: 2 people.').waitFor()
    await customer.deliver({ 'employees.csv': keysFirst.replace('Turing', 'Kay') })
    const names = async () =>
      (await product.sdk(customer.id).hris.getEmployees()).result.data.results.map(({ last_name }) => last_name)
    await expect.poll(names, { timeout: 30_000 }).toContain('Kay')
    expect(opened.said).toEqual([])
    await page.close()
  })
})
