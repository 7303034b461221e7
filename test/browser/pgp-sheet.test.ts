import { readFile } from 'node:fs/promises'
import { createMessage, encrypt, readKey } from 'openpgp'
import type { Browser, Download } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Customer, newCustomer } from '../e2e/customer.ts'
import { everything, type Product, startProduct } from '../e2e/product.ts'
import { launchBrowser } from './chromium.ts'
import { expectAccessible, type FlowPage, openDirectly } from './flow-page.ts'
import { onward } from './walk.ts'

vi.setConfig({ testTimeout: 120_000 })

let product: Product
let browser: Browser
let customer: Customer
let sheet: FlowPage

const LinkSchema = v.object({ data: v.object({ link: v.string() }) })
const csv = 'Employee ID,First name,Last name,Hire date\n1,Ada,Lovelace,2020-01-02\n2,Alan,Turing,2021-03-04\n'

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
  await product.call('PATCH', '/manage/settings', { body: { pgp: 'required' } })
  customer = await newCustomer(product)
  const relink = await product.call('POST', `/v1/integrations/${customer.id}/relink`, { body: {} })
  sheet = await openDirectly(browser, v.parse(LinkSchema, relink.json).data.link)
  const title = sheet.flow.getByRole('heading', { name: 'Enter this in your HR system' })
  for (;;) {
    await onward(sheet).waitFor()
    if (await title.isVisible()) break
    await onward(sheet).click()
  }
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const textOf = async (saved: Promise<Download>): Promise<string> => readFile(await (await saved).path(), 'utf8')

/** What the page saves when a button is pressed. */
const savedBy = async (button: string): Promise<string> => {
  const saved = sheet.page.waitForEvent('download')
  await sheet.flow.getByRole('button', { name: button }).click()
  return textOf(saved)
}

const fact = (name: string) => sheet.flow.locator('.facts > div').filter({ hasText: name }).locator('code').first()

it('shows the key, the names of encrypted files, and the commands that encrypt', async () => {
  await expectAccessible(sheet.flow)
  const armoured = await savedBy('Download the key')
  const key = await readKey({ armoredKey: armoured })
  const shown = (await fact('Fingerprint of the PGP key').textContent()) ?? ''
  expect(shown.replaceAll(' ', '').toLowerCase()).toBe(key.getFingerprint())
  expect(await fact('File names').textContent()).toContain('employees.csv.pgp')
  const commands = await sheet.flow.getByRole('region', { name: 'Commands that encrypt' }).textContent()
  expect(commands).toContain(`--recipient ${key.getFingerprint().toUpperCase()} --output employees.csv.pgp`)
  const handout = await savedBy('Page for IT')
  expect(handout).toContain(armoured.trim().split('\n').at(-2))
  expect(handout).toContain(key.getFingerprint().toUpperCase())
})

it('takes a file that was encrypted with the key, and the people in it arrive', async () => {
  const encryptionKeys = await readKey({ armoredKey: await savedBy('Download the key') })
  const message = await createMessage({ binary: new TextEncoder().encode(csv) })
  await customer.deliver({ 'employees.csv.pgp': await encrypt({ message, encryptionKeys, format: 'binary' }) })
  await customer.approve()
  const people = await everything(product.sdk(customer.id).hris.getEmployees())
  expect(people.map(({ first_name }) => first_name).toSorted()).toEqual(['Ada', 'Alan'])
})

it('refuses a file that is not encrypted, and says what to do', async () => {
  await customer.deliver({ 'employees.csv': csv.replace('Ada', 'Eve') })
  const { outcome, issues } = await customer.reportOn('employees.csv')
  expect(outcome).toBe('refused')
  expect(issues).toMatchObject([{ code: 'ENCRYPTION_MISSING', fix: expect.stringContaining('PGP key') }])
})
