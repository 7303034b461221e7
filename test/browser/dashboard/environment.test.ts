import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../chromium.ts'
import { expectAccessible, expectNoSidewaysScroll, type FlowPage } from '../flow-page.ts'
import { tabTo } from '../looks.ts'
import { openDashboard } from './open-dashboard.ts'
import { staff } from './people.ts'
import { openVendor, type Vendor, type VendorsCustomer } from './vendor.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

/** The vendor's app: it takes what it is sent. */
const openApp = async () => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end('thank you'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hooks`, close: () => server.close() }
}

let vendor: Vendor
let customer: VendorsCustomer
let app: Awaited<ReturnType<typeof openApp>>
let browser: Browser
beforeAll(async () => {
  ;[vendor, browser, app] = await Promise.all([openVendor(), launchBrowser(), openApp()])
  customer = await vendor.connected('Aurora Foods')
  await customer.deliver('employees.csv', staff(12))
  await vendor.call('POST', `${customer.base}/mappings/employees/approve`, {})
  await customer.settle()
})
afterAll(async () => {
  await browser?.close()
  await vendor?.close()
  app?.close()
})

const screens = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

const open = (path: string, options: Parameters<typeof openDashboard>[3] = {}): Promise<FlowPage> =>
  openDashboard(browser, vendor, `/environment/${path}`, options)

/** Nothing that axe finds, nothing that sticks out; and a picture of it, where one is asked for. */
const look = async ({ page, flow }: FlowPage, picture?: string): Promise<void> => {
  await expectAccessible(flow)
  await expectNoSidewaysScroll(flow)
  if (picture !== undefined && process.env.SCREENS !== undefined)
    await page.screenshot({ path: `${screens}dashboard-${picture}.png` })
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name, exact: true })
const closed = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor({ state: 'detached' })

describe('custom fields', () => {
  it('are defined by keyboard, say who uses them, and go when their key is typed', async () => {
    const opened = await open('custom-fields')
    const { page } = opened
    await page.getByText('There are no custom fields yet').waitFor()
    await look(opened)
    await tabTo(opened, button(page, 'New custom field'))
    await page.keyboard.press('Enter')
    await field(page, 'Key').fill('shoe_size')
    await page.keyboard.press('Enter')
    await closed(page)
    await page.getByRole('rowheader', { name: 'shoe_size' }).click()
    await page.getByRole('dialog', { name: 'shoe_size' }).waitFor()
    await look(opened, 'custom-field')
    expect(page.url()).toMatch(/custom-fields\?open=\w+$/)
    await button(page, 'Delete').click()
    await page.getByText('No integration has mapped a column to it.').waitFor()
    await button(page, 'Delete').click()
    await page.getByText('This is not shoe_size').waitFor()
    await look(opened)
    await field(page, 'Type shoe_size to confirm').fill('shoe_size')
    await button(page, 'Delete').click()
    await closed(page)
    await page.getByText('There are no custom fields yet').waitFor()
    expect(opened.said).toEqual([])
  })
})

describe('a scope', () => {
  it('is a matrix of three states; saving it says how many integrations it concerns', async () => {
    const opened = await open('scope?model=hris_employees')
    const { page } = opened
    await page.getByText('1 integration', { exact: true }).waitFor()
    await page.getByRole('radio', { name: 'Social security number: Disabled' }).click()
    await page.getByText('There are changes that are not saved.').waitFor()
    await page.getByRole('heading', { name: 'Scopes' }).scrollIntoViewIfNeeded()
    await look(opened, 'scope')
    await button(page, 'Save').click()
    await page.getByText('1 integration is synced').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await closed(page)
    await page.reload()
    expect(await page.getByRole('radio', { name: 'Social security number: Disabled' }).isChecked()).toBe(true)
    expect(await page.getByRole('radio', { name: 'First name: Disabled' }).isEnabled()).toBe(true)
    expect(opened.said).toEqual([])
  })
})

describe('a webhook', () => {
  it('shows its secret once, is tested, and shows what was sent and answered', async () => {
    const opened = await open('webhooks')
    const { page } = opened
    await button(page, 'New webhook').click()
    await field(page, 'Address (https)').fill(app.url)
    await button(page, 'Add').click()
    await page.getByRole('alertdialog', { name: 'The secret for checking signatures' }).waitFor()
    await look(opened)
    await button(page, 'I have kept it').click()
    await page.getByRole('rowheader', { name: app.url }).click()
    await page.getByRole('heading', { name: 'Deliveries of the last 30 days' }).waitFor()
    await button(page, 'Send a test event').click()
    await button(page, 'Send').click()
    await page.getByText('answered 200').waitFor()
    await look(opened, 'webhook')
    await button(page, 'Send once more').click()
    await page.getByText('answered 200').nth(1).waitFor()
    await page.keyboard.press('Escape')
    await closed(page)
    await page.getByRole('gridcell', { name: 'delivered' }).first().waitFor()
    await look(opened)
    expect(opened.said).toEqual([])
  })
})

describe('an API key', () => {
  it('is shown once and revoked by typing its name', async () => {
    const opened = await open('api-keys?open=new')
    const { page } = opened
    await field(page, 'Which program has it').fill('Nightly export')
    await field(page, 'Allowed addresses').fill('203.0.113.0/24')
    await look(opened, 'api-key')
    await button(page, 'Create').click()
    await page.getByRole('alertdialog', { name: 'Your new API key' }).waitFor()
    await button(page, 'I have kept it').click()
    await page.getByRole('rowheader', { name: 'Nightly export' }).click()
    await button(page, 'Revoke').click()
    await field(page, 'Type Nightly export to confirm').fill('Nightly export')
    await button(page, 'Revoke').click()
    await closed(page)
    await page.getByText('revoked', { exact: true }).waitFor()
    await look(opened, 'api-keys')
    expect(opened.said).toEqual([])
  })
})

describe('members', () => {
  it('are invited, may be allowed to see people, and the last admin stays', async () => {
    const opened = await open('members')
    const { page } = opened
    await button(page, 'Invite a member').click()
    await field(page, 'E-mail address').fill('bo@example.com')
    await page.getByText('May see raw files and personal data').click()
    await look(opened)
    await button(page, 'Add').click()
    await closed(page)
    await page.getByRole('rowheader', { name: 'bo@example.com' }).waitFor()
    await look(opened, 'members')
    await page.getByRole('rowheader', { name: 'admin@example.com' }).click()
    await page.getByText('This is the only admin').waitFor()
    expect(await button(page, 'Remove').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('rowheader', { name: 'bo@example.com' }).click()
    await button(page, 'Remove').click()
    await button(page, 'Remove').click()
    await closed(page)
    expect(await page.getByRole('rowheader').count()).toBe(1)
    expect(opened.said).toEqual([])
  })
})

describe('the audit log', () => {
  it('is searched by address and by form, and leads to what it is about', async () => {
    const opened = await open(`audit?integration=${encodeURIComponent(customer.id)}`)
    const { page } = opened
    await page.getByRole('rowheader', { name: 'mapping.approved' }).waitFor()
    await look(opened, 'audit')
    await field(page, 'Who').fill('nobody')
    await button(page, 'Search').click()
    await page.getByText('Nothing was found.').waitFor()
    expect(page.url()).toContain('who=nobody')
    await button(page, 'All entries').click()
    await page.getByRole('link', { name: customer.id }).first().click()
    await page.waitForURL(/\/integrations\//)
    await page.getByRole('link', { name: 'Receipts' }).click()
    await page.getByText('Nobody was erased').waitFor()
    await look(opened)
    expect(opened.said).toEqual([])
  })
})

describe('settings', () => {
  it('show how a colour looks and warn of one that is hard to see; what was saved can be undone', async () => {
    const opened = await open('settings')
    const { page } = opened
    const color = field(page, 'Colour of buttons, such as #3447d4')
    await color.fill('#ffff00')
    await page.getByText('This colour is hard to see').waitFor()
    await field(page, 'Your name, as customers see it').fill('People Inc.')
    await look(opened, 'settings')
    await button(page, 'Save').click()
    await page.getByText('The settings are saved.').waitFor()
    expect(await color.inputValue()).toBe('#ffff00')
    await button(page, 'Undo').click()
    await page.getByText('The settings are saved.').waitFor({ state: 'detached' })
    expect(await color.inputValue()).toBe('')
    expect(opened.said).toEqual([])
  })
})

describe('health', () => {
  it('draws what was measured, with the same numbers as a table, and what it costs', async () => {
    const opened = await open('health?range=3h')
    const { page } = opened
    const files = page.getByRole('region', { name: 'Files', exact: true })
    await files.locator('svg.recharts-surface').first().waitFor()
    await look(opened, 'health')
    await files.getByRole('button', { name: 'Files as a table' }).click()
    await files.getByRole('cell', { name: '1', exact: true }).first().waitFor()
    await page.getByRole('rowheader', { name: 'SFTP server' }).waitFor()
    await look(opened)
    await page.getByRole('link', { name: '7 days' }).click()
    await page.waitForURL(/range=7d/)
    expect(opened.said).toEqual([])
  })

  it('is whole in the dark, on a small screen and in German', async () => {
    const opened = await open('health', {
      locale: 'de',
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    })
    await opened.page.getByRole('region', { name: 'Dateien', exact: true }).waitFor()
    await look(opened, 'health-small.de')
  })
})
