import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../chromium.ts'
import { expectWhole } from '../looks.ts'
import { openDashboard } from './open-dashboard.ts'
import { daysOff, staff } from './people.ts'
import { openVendor, type Vendor, type VendorsCustomer } from './vendor.ts'

let vendor: Vendor
let customer: VendorsCustomer
let browser: Browser

const people = 260
const renamed = (count: number): string => staff(count).replace('2,Alan,', '2,Alain,')

/** Three files: somebody is renamed by the second, and the last person leaves with the third. */
const deliverFiles = async () => {
  customer = await vendor.connected('Aurora Foods')
  const { base, deliver, settle } = customer
  await deliver('employees.csv', staff(people))
  await vendor.call('POST', `${base}/mappings/employees/approve`, { reason: 'As agreed with Aurora' })
  await settle()
  await deliver('absences.csv', daysOff(8))
  await vendor.call('POST', `${base}/mappings/absences/approve`, {})
  await settle()
  await deliver('employees.csv', renamed(people))
  await deliver('employees.csv', renamed(people - 1))
}

beforeAll(async () => {
  vendor = await openVendor()
  browser = await launchBrowser()
  await deliverFiles()
})
afterAll(async () => {
  await browser.close()
  await vendor.close()
})

const pathTo = (part: string): string => `/integrations/${encodeURIComponent(customer.id)}/${part}`

const open = (part: string, options: BrowserContextOptions & { readonly email?: string } = {}) =>
  openDashboard(browser, vendor, pathTo(part), options)

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
const scrollTo = (page: Page, pixels: number) =>
  page.evaluate(`document.querySelector('.record-frame').scrollTo(0, ${pixels})`)

describe('the data explorer', () => {
  it('fetches records as somebody scrolls, draws those in view, and sorts them once all are there', async () => {
    const { page, said } = await open('data')
    await page.getByText(`100 of ${people - 1} records`).waitFor()
    expect(await page.getByRole('row').count()).toBeLessThan(60)
    await scrollTo(page, 1e9)
    await page.getByText(`200 of ${people - 1} records`).waitFor()
    await scrollTo(page, 1e9)
    await page.getByText(`${people - 1} records`, { exact: true }).waitFor()
    expect(await page.getByRole('row').count()).toBeLessThan(60)
    await page.getByRole('button', { name: 'Employee number' }).click()
    await scrollTo(page, 0)
    await page.locator('[aria-rowindex="2"]').filter({ hasText: 'Ada Lovelace' }).waitFor()
    await page.getByRole('link', { name: 'Ada Lovelace' }).first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Alain Turing' }).waitFor()
    expect(said).toEqual([])
  })

  it('finds people by name, and says in the address who is looked for and who is open', async () => {
    const { page } = await open('data')
    await page.getByRole('searchbox', { name: 'Search' }).fill('turing alain')
    await page.getByText('One record found; everything was searched.').waitFor()
    await rowOf(page, 'Alain').getByRole('link').click()
    await page.getByRole('heading', { name: 'Alain Turing' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Alain Turing' }).waitFor()
    await page.getByText('One record found; everything was searched.').waitFor()
  })

  it('filters by status and group, shows who was removed, and keeps the columns that were chosen', async () => {
    const { page } = await open('data/employees?deleted=only')
    await page.getByText('removed', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByRole('button', { name: /Any status/ }).click()
    await page.getByRole('option', { name: 'Has left' }).click()
    await page.getByRole('button', { name: /Any group/ }).click()
    await page.getByRole('option', { name: 'Sales' }).click()
    await page.getByText('12 records found; everything was searched.').waitFor()
    await page.getByRole('button', { name: 'Choose columns' }).click()
    await page.getByText('Work location').click()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('columnheader', { name: 'Work location' }).waitFor()
    await page.reload()
    await page.getByRole('columnheader', { name: 'Work location' }).waitFor()
    expect(new Set(await page.locator('.records tbody td:nth-of-type(4)').allTextContents())).toEqual(
      new Set(['Has left']),
    )
  })

  it('shows beside a record its row in the file, what changed when, and what belongs to it', async () => {
    const { page } = await open('data/employees?q=alain')
    await rowOf(page, 'Alain').getByRole('link').click()
    await page.getByRole('link', { name: 'Row of the file' }).click()
    await page.getByRole('row', { name: 'First name Alain First name' }).waitFor()
    await page.getByRole('link', { name: 'History' }).click()
    await page.getByText('First known').waitFor()
    await page.reload()
    await page.getByRole('listitem').filter({ hasText: 'First name Alan → Alain' }).first().waitFor()
    await page.getByRole('region', { name: 'Alain Turing' }).getByRole('link', { name: 'Absences' }).click()
    await rowOf(page, 'Sick leave').filter({ hasText: 'Alain' }).waitFor()
  })

  it('is closed to members who may not see personal data, and the audit log says who looked', async () => {
    await vendor.call('PUT', '/manage/members/mia%40example.com', { role: 'member' })
    const { page } = await open('data', { email: 'mia@example.com' })
    await page.getByText('You may not see personal data here.').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    const AuditSchema = v.object({ data: v.object({ results: v.array(v.object({ action: v.string() })) }) })
    const { data } = v.parse(AuditSchema, await vendor.call('GET', '/manage/audit'))
    const actions = data.results.map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['records.listed', 'record.rows-seen', 'record.history-seen']))
  })
})

describe('the mapping of a customer', () => {
  it('is edited, approved with a note, compared with the one before, and restored', async () => {
    const { page, said } = await open('mapping')
    await page.getByRole('button', { name: /Column for Last name/ }).click()
    await page
      .getByRole('option', { name: /^Nothing/ })
      .first()
      .click()
    await page.getByText('Draft', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Approve …' }).click()
    await page.getByRole('textbox', { name: /^Note/ }).fill('Nobody needs it')
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByText('In use', { exact: true }).waitFor()
    await customer.settle()
    await page.getByRole('link', { name: 'Versions' }).click()
    await page.getByText('Note: Nobody needs it').waitFor()
    await page.getByRole('heading', { name: 'What version 2 changes against version 1' }).waitFor()
    await page.getByRole('row', { name: 'Last name column “Last name” not filled' }).waitFor()
    await page.getByRole('button', { name: 'Restore version 1' }).click()
    await page.getByRole('textbox', { name: /^Why/ }).fill('They do')
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    await page.getByRole('button', { name: 'Approve version 3' }).click()
    await page.getByRole('textbox', { name: /^Why/ }).fill('They do')
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByRole('listitem').filter({ hasText: 'Version 3' }).getByText('In use').waitFor()
    await customer.settle()
    expect(said).toEqual([])
  })
})

type Look = (name: string) => Promise<void>

/** The list, and the parts of a record. */
const walkData = async (page: Page, look: Look) => {
  await page.getByRole('table').waitFor()
  await look('data')
  await page.getByRole('table').getByRole('link').first().click()
  for (const [part, name] of [
    [0, 'record'],
    [1, 'record-row'],
    [2, 'record-history'],
  ] as const) {
    await page.locator('.record-panel .part-link').nth(part).click()
    await page.locator('.record-panel :is(.record-fields, .table-frame, .history)').first().waitFor()
    await look(name)
  }
}

/** The editor is the one that customers have, whose looks the setup flow shows. */
const walkMapping = async (page: Page, look: Look) => {
  await page.locator(`main a[href$="/mapping"]`).click()
  await page.locator('.person').waitFor()
  await look('mapping')
  await page.locator('.page-actions a').click()
  await page.locator('.versions .table-frame').waitFor()
  await look('mapping-versions')
}

it('everything is there for everybody, in the dark, small and zoomed', async () => {
  await expectWhole(await open('data/employees'), async ({ page }, look) => {
    await walkData(page, look)
    await walkMapping(page, look)
  })
}, 60_000)

const screens = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

describe.runIf(process.env.ROSTERPORT_SCREENS)('pictures for docs/screens', () => {
  it.each(['en', 'de', 'fr', 'it', 'es'] as const)('of the data and the mapping: %s', async (locale) => {
    const { page } = await open('data/employees', { locale, viewport: { width: 1440, height: 900 } })
    await mkdir(screens, { recursive: true })
    const look = async (name: string) => {
      await page.screenshot({ path: `${screens}dashboard-${name}.${locale}.png` })
    }
    await walkData(page, look)
    await walkMapping(page, look)
  })
})
