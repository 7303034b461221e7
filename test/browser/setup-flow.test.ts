import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Customer } from '../e2e/customer.ts'
import { type Product, startProduct } from '../e2e/product.ts'
import { launchBrowser } from './chromium.ts'
import { expectAccessible, type FlowPage, openEmbedded } from './flow-page.ts'
import { type HostPage, startHostPage } from './host-page.ts'
import { expectWhole, tabTo } from './looks.ts'
import { customerWith, employeesFile, setupLink } from './setup-page.ts'
import { currentStep, makePair, onward } from './walk.ts'

vi.setConfig({ testTimeout: 120_000 })

let product: Product
let host: HostPage
let browser: Browser
beforeAll(async () => {
  ;[product, host, browser] = await Promise.all([startProduct(), startHostPage(), launchBrowser()])
  const shirt = { key: 'shirt_size', label: 'Shirt', model: 'hris_employees', description: 'For the welcome parcel.' }
  await product.call('POST', '/manage/custom-fields', { body: shirt })
})
afterAll(async () => {
  await browser?.close()
  host?.close()
  await product?.stop()
})

const everything = { enable_field_mapping: true, enable_filtering: true, mapping_approver: 'customer' } as const

const customerWithFile = async (settings: Parameters<typeof customerWith>[1], people = 24): Promise<Customer> => {
  const customer = await customerWith(product, settings)
  await customer.deliver({ 'employees.csv': employeesFile(people) })
  return customer
}

const openSetup = async (customer: Customer, options: Parameters<typeof openEmbedded>[3] = {}): Promise<FlowPage> =>
  openEmbedded(browser, host, await setupLink(product, customer), options)

const rowOf = ({ flow }: FlowPage, field: string): Locator =>
  flow.locator('.map-row').filter({ has: flow.locator('strong').getByText(field, { exact: true }) })

/** Chooses by what is called so, in a list that is opened and searched. */
const choose = async ({ flow }: FlowPage, picker: Locator, option: string): Promise<void> => {
  await picker.click()
  await flow.getByRole('option', { name: option }).first().click()
}

const heading = ({ flow }: FlowPage, name: string) => flow.getByRole('heading', { name, level: 1 }).waitFor()
const saved = ({ flow }: FlowPage) => flow.getByText('Draft saved').waitFor()

const MappingsSchema = v.object({
  data: v.object({
    latest: v.object({ version: v.number(), mapping: v.object({ fields: v.record(v.string(), v.unknown()) }) }),
    approved: v.nullable(v.object({ version: v.number() })),
  }),
})
const mappingsOf = async ({ base }: Customer) =>
  v.parse(MappingsSchema, (await product.call('GET', `${base}/mappings/employees`)).json).data

const finished = ({ page }: FlowPage) => page.locator('#outcome', { hasText: /^token / }).waitFor()

describe('a customer with a setup link', () => {
  it('matches columns, fills the vendor’s fields, chooses people, and sees them applied', async () => {
    const customer = await customerWithFile(everything)
    const opened = await openSetup(customer)
    const { flow } = opened
    await heading(opened, 'Match your columns')
    await flow.getByText('All 24 rows have an id of their own.').waitFor()
    await rowOf(opened, 'Employment type').getByRole('button', { name: 'Details' }).click()
    await choose(opened, flow.getByRole('button', { name: 'What Sonstige becomes' }), 'Internship')
    await rowOf(opened, 'First day of work').getByRole('button', { name: 'Details' }).click()
    await flow.getByText('02/06/2011 is June 2, 2011').waitFor()
    await flow.locator('.radio').filter({ hasText: 'MM/dd/yyyy' }).click()
    await flow.getByRole('button', { name: 'Next row' }).click()
    await flow.locator('.person').getByText('February 6, 2011').waitFor()
    await saved(opened)
    await onward(opened).click()
    await heading(opened, 'Fill additional fields')
    await choose(opened, flow.getByRole('button', { name: 'Column for Shirt' }), 'Shirt size')
    await flow.getByText('For example: S, M, L').waitFor()
    await onward(opened).click()
    await heading(opened, 'Choose who is included')
    await flow.getByText('24 of 24 people').waitFor()
    await flow.getByRole('button', { name: 'Work location' }).click()
    await flow.locator('.checkbox').filter({ hasText: 'Berlin' }).click()
    await flow.getByText('12 of 24 people').waitFor()
    await onward(opened).click()
    await flow.getByText('Your files are applied: 12 people.').waitFor()
    await onward(opened).click()
    await finished(opened)
    const { data } = await product
      .sdk(customer.id)
      .hris.getEmployees()
      .then(({ result }) => result)
    const people = data.results
    expect(people).toHaveLength(12)
    expect(new Set(people.map(({ employment_type }) => employment_type))).toContain('INTERNSHIP')
    expect(people.every(({ custom_fields }) => custom_fields?.shirt_size !== null)).toBe(true)
    expect(opened.said).toEqual([])
  })

  it('closes the window in the middle, and comes back to what was entered', async () => {
    const customer = await customerWithFile(everything)
    const first = await openSetup(customer)
    await heading(first, 'Match your columns')
    await choose(first, rowOf(first, 'Last name').locator('.picker-button').first(), 'Desk')
    await rowOf(first, 'Last name').getByText('D-0').waitFor()
    await first.flow.getByRole('button', { name: 'Close', exact: true }).click()
    const second = await openSetup(customer)
    await rowOf(second, 'Last name').getByText('D-0').waitFor()
    expect((await mappingsOf(customer)).approved).toBeNull()
  })

  it('takes back a change by the keyboard', async () => {
    const customer = await customerWithFile(everything)
    const opened = await openSetup(customer)
    await heading(opened, 'Match your columns')
    await choose(opened, rowOf(opened, 'Last name').locator('.picker-button').first(), 'Desk')
    await rowOf(opened, 'Last name').getByText('D-0').waitFor()
    await opened.page.keyboard.press('Control+z')
    await rowOf(opened, 'Last name').getByText('Lovelace').waitFor()
    await opened.page.keyboard.press('Control+Shift+z')
    await rowOf(opened, 'Last name').getByText('D-0').waitFor()
  })

  it('is shown what another window stored, and decides', async () => {
    const customer = await customerWithFile(everything)
    const [one, other] = [await openSetup(customer), await openSetup(customer)]
    await heading(one, 'Match your columns')
    await heading(other, 'Match your columns')
    await choose(one, rowOf(one, 'Last name').locator('.picker-button').first(), 'Desk')
    await saved(one)
    await expect.poll(async () => (await mappingsOf(customer)).latest.version, { timeout: 10_000 }).toBe(2)
    await choose(other, rowOf(other, 'First name').locator('.picker-button').first(), 'Shirt size')
    await other.flow.getByText('Somebody changed this in another window').waitFor()
    await expectAccessible(other.flow)
    await other.flow.getByRole('button', { name: 'Keep mine' }).click()
    await expect
      .poll(async () => (await mappingsOf(customer)).latest.mapping.fields.first_name, { timeout: 10_000 })
      .toEqual([{ from: 'column', column: 'Shirt size' }])
    expect((await mappingsOf(customer)).latest.version).toBe(2)
  })

  it('is told when a column does not tell rows apart, and how to go on', async () => {
    const customer = await customerWithFile({ mapping_approver: 'customer' })
    const opened = await openSetup(customer)
    await heading(opened, 'Match your columns')
    await choose(opened, opened.flow.getByRole('button', { name: 'Column that tells rows apart' }), 'Department')
    await opened.flow.getByText('3 ids stand in several rows.').waitFor()
    await opened.flow.getByText('Choose another column, or add one').waitFor()
  })
})

describe('steps', () => {
  it('that have nothing to choose in them are absent, and the flow still ends in success', async () => {
    const customer = await customerWith(product, { enable_filtering: true })
    await customer.deliver({ 'employees.csv': 'Employee ID,First name,Last name\n1,Ada,Lovelace\n2,Alan,Turing\n' })
    const opened = await openSetup(customer)
    await heading(opened, 'Ready to finish')
    await onward(opened).click()
    await finished(opened)
  })

  it('wait for the first file, and can be finished before it', async () => {
    const customer = await customerWith(product, everything)
    const opened = await openSetup(customer)
    await opened.flow.getByText('Waiting for the first file').first().waitFor()
    await expectAccessible(opened.flow)
    await opened.flow.getByRole('button', { name: 'Finish', exact: true }).click()
    await finished(opened)
  })

  it('follow in the same window when the connection is made', async () => {
    const { data } = await product.sdk().connect.createConnectionLink({
      end_user_email: 'hr@example.com',
      end_user_organization_name: 'Beispiel GmbH',
      integration_category: 'HRIS',
      integration_tool: 'sftp',
      enable_filtering: true,
    })
    const opened = await openEmbedded(browser, host, data.link)
    const { flow } = opened
    const step = flow.getByRole('navigation').getByRole('button', { name: 'Who is included' })
    await onward(opened).click()
    expect(await step.count()).toBe(0)
    await makePair(opened)
    await onward(opened).click()
    await step.click()
    await heading(opened, 'Choose who is included')
    await flow.getByText('Waiting for the first file').waitFor()
  })

  it('open by themselves when the file arrives', async () => {
    const customer = await customerWith(product, everything)
    const opened = await openSetup(customer)
    await opened.flow.getByText('Waiting for the first file').first().waitFor()
    await customer.deliver({ 'employees.csv': employeesFile(5) })
    await opened.flow.getByText('All 5 rows have an id of their own.').waitFor()
  })
})

const setupSteps = ['file-mapping', 'mapping-details', 'field-mapping', 'filtering', 'setup-finish'] as const
type SetupStep = (typeof setupSteps)[number]

/** Where each picture is taken: the step's place, and what is there when it has loaded. */
const signs: Readonly<Record<SetupStep, { readonly place: number; readonly sign: string }>> = {
  'file-mapping': { place: 0, sign: '.map-preview .person' },
  'mapping-details': { place: 0, sign: '.map-toggle' },
  'field-mapping': { place: 1, sign: '.map-rows .picker-button' },
  filtering: { place: 2, sign: '.kept strong' },
  'setup-finish': { place: 3, sign: '.milestones + div .notice.good' },
}

/** Goes through the steps of the setup; `look` is called at each, with its details open. */
const walkSetup = async (opened: FlowPage, look: (step: SetupStep) => Promise<void>): Promise<void> => {
  const { flow } = opened
  for (const step of setupSteps) {
    const { place, sign } = signs[step]
    await currentStep(opened).and(flow.locator('.step').nth(place)).waitFor()
    await flow.locator('main h1').waitFor()
    await flow.locator(sign).first().waitFor()
    if (step === 'mapping-details') {
      const further = flow.locator('[aria-labelledby="map-further"] .disclosure-button')
      for (const section of await further.all()) await section.click()
      await flow.locator('.map-toggle').first().click()
      await flow.locator('.map-details .disclosure-button').click()
      await flow.locator('.map-toggle').nth(4).click()
      await flow.locator('.map-details table').first().waitFor()
    }
    if (step === 'filtering') await flow.locator('.disclosure-button').first().click()
    await flow.locator('main .busy').first().waitFor({ state: 'detached' })
    await opened.page.evaluate('scrollTo(0, 0)')
    await look(step)
    if (step !== 'file-mapping' && step !== 'setup-finish') await onward(opened).click()
  }
}

it('every step of the setup has nothing that axe finds, and nothing that sticks out, in the dark, small and zoomed', async () => {
  await expectWhole(await openSetup(await customerWithFile(everything)), walkSetup)
})

describe('somebody who has only a keyboard', () => {
  it('changes a column and approves', async () => {
    const customer = await customerWithFile({ mapping_approver: 'customer' })
    const opened = await openSetup(customer)
    const { page, flow } = opened
    await heading(opened, 'Match your columns')
    await tabTo(opened, rowOf(opened, 'Last name').locator('.picker-button').first())
    await page.keyboard.press('Enter')
    await flow.getByRole('listbox').waitFor()
    await expectAccessible(flow)
    await page.keyboard.type('Desk')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await rowOf(opened, 'Last name').getByText('D-0').waitFor()
    await tabTo(opened, flow.getByRole('button', { name: 'Approve' }))
    await page.keyboard.press('Enter')
    await heading(opened, 'Ready to finish')
    expect((await mappingsOf(customer)).latest.mapping.fields.last_name).toEqual([{ from: 'column', column: 'Desk' }])
  })
})

const screens = fileURLToPath(new URL('../../docs/screens/', import.meta.url))

describe.runIf(process.env.ROSTERPORT_SCREENS)('pictures for docs/screens', () => {
  it.each(['en', 'de', 'fr', 'it', 'es'] as const)('of every step of the setup: %s', async (language) => {
    const customer = await customerWithFile(everything, 143)
    const link = await setupLink(product, customer, language)
    const opened = await openEmbedded(browser, host, link, { viewport: { width: 1440, height: 900 } })
    await mkdir(screens, { recursive: true })
    await walkSetup(opened, async (step) => {
      await opened.page.screenshot({ path: `${screens}${step}.${language}.png` })
    })
  })
})
