import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../chromium.ts'
import { expectAccessible } from '../flow-page.ts'
import { expectWhole, tabTo } from '../looks.ts'
import { openDashboard } from './open-dashboard.ts'
import { type SeededVendor, seededVendor } from './seeded-vendor.ts'
import { openVendor, type Vendor } from './vendor.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let seeded: SeededVendor
let empty: Vendor
let browser: Browser
beforeAll(async () => {
  ;[seeded, empty, browser] = await Promise.all([seededVendor(), openVendor(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([seeded?.close(), empty?.close()])
})

const rowOf = (page: Page, organization: string) => page.getByRole('row', { name: organization })
const rows = (page: Page) => page.locator('.paged-table [role="row"][data-href]')

const choose = async (page: Page, ...organizations: readonly string[]): Promise<void> => {
  for (const each of organizations) await rowOf(page, each).locator('.checkbox').click()
}

describe('the list', () => {
  it('says in words how each stands, when its last file came and how many people it has', async () => {
    const { page, said } = await openDashboard(browser, seeded, '/integrations')
    await rowOf(page, 'Aurora Foods').getByText('Healthy').waitFor()
    await rowOf(page, 'Aurora Foods').getByText('13').waitFor()
    await rowOf(page, 'Cobalt Energy').getByText('Waits for the first file').waitFor()
    await rowOf(page, 'Delta Pharma').getByText('Mapping to approve').waitFor()
    await rowOf(page, 'Harbor Retail').getByText('File refused').waitFor()
    await rowOf(page, 'Iris Software').getByText('Removals held').waitFor()
    await rowOf(page, 'Juniper Telecom').getByText('File held').waitFor()
    expect(await rowOf(page, 'Maple Foundry').count()).toBe(0)
    expect(said).toEqual([])
  })

  it('is searched and filtered, and the address brings a colleague to the same', async () => {
    const { page } = await openDashboard(browser, seeded, '/integrations')
    await page.getByRole('searchbox').fill('iris')
    await expect.poll(() => rows(page).count()).toBe(1)
    expect(page.url()).toContain('name=iris')
    await page.getByRole('button', { name: 'Clear the filters' }).click()
    await page.getByRole('switch', { name: 'Needs attention' }).click({ force: true })
    await rowOf(page, 'Juniper Telecom').waitFor()
    await expect.poll(() => rowOf(page, 'Aurora Foods').count()).toBe(0)
    await page.goto(`${seeded.dashboardUrl}/integrations?state=disabled`)
    await rowOf(page, 'Linden Hospital').waitFor()
    expect(await rows(page).count()).toBe(1)
    await page.goto(`${seeded.dashboardUrl}/integrations?owner=customer`)
    await rowOf(page, 'Elm Insurance').waitFor()
    expect(await rows(page).count()).toBe(1)
  })

  it('leads to an integration, and shows what happens without being loaded again', async () => {
    const { page } = await openDashboard(browser, seeded, '/integrations?name=cobalt')
    await rowOf(page, 'Cobalt Energy').getByText('Waits for the first file').waitFor()
    await seeded.call('PUT', `/v1/integrations/${encodeURIComponent(seeded.customers.connected.id)}/enabled`, {
      value: false,
    })
    await rowOf(page, 'Cobalt Energy').getByText('Disabled').waitFor()
    await seeded.call('PUT', `/v1/integrations/${encodeURIComponent(seeded.customers.connected.id)}/enabled`, {
      value: true,
    })
    await rowOf(page, 'Cobalt Energy').getByText('Cobalt Energy').click()
    await page.waitForURL(/\/integrations\/sftp/)
  })
})

describe('many at once', () => {
  it('are disabled, and enabled again by undoing it', async () => {
    const { page } = await openDashboard(browser, seeded, '/integrations')
    await choose(page, 'Birch Logistics', 'Aurora Foods')
    await page.getByText('2 integrations chosen').waitFor()
    await page.getByRole('button', { name: 'Disable' }).click()
    await page.getByText('2 integrations are disabled').waitFor()
    await rowOf(page, 'Birch Logistics').getByText('Disabled').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('2 integrations are enabled').waitFor()
    await rowOf(page, 'Birch Logistics').getByText('Disabled').waitFor({ state: 'detached' })
  })

  it('are deleted only after that was typed', async () => {
    await seeded.connected('Yarrow Two')
    await seeded.connected('Yarrow One')
    const opened = await openDashboard(browser, seeded, '/integrations?name=yarrow')
    const { page } = opened
    await choose(page, 'Yarrow One', 'Yarrow Two')
    await page.getByRole('button', { name: 'Delete' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await dialog.getByText('This is not delete 2').waitFor()
    await expectAccessible(opened.flow)
    await dialog.getByRole('textbox').fill('delete 2')
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('2 integrations are deleted').waitFor()
    await page.getByText('No integration matches').waitFor()
  })
})

describe('somebody who has only a keyboard', () => {
  it('chooses an integration, has it synced, and opens one', async () => {
    const opened = await openDashboard(browser, seeded, '/integrations?name=aurora')
    const { page } = opened
    await rowOf(page, 'Aurora Foods').waitFor()
    await tabTo(opened, rows(page).first())
    await page.keyboard.press('Space')
    await page.getByText('1 integration chosen').waitFor()
    await tabTo(opened, page.getByRole('button', { name: 'Sync now' }))
    await page.keyboard.press('Enter')
    await page.getByText('A sync of 1 integration is queued').waitFor()
    await tabTo(opened, page.getByRole('button', { name: 'Choose none' }))
    await page.keyboard.press('Enter')
    await tabTo(opened, rows(page).first())
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/integrations\/sftp/)
  })
})

describe('a dashboard without customers', () => {
  it('leads to the first link in two clicks, to copy and to send', async () => {
    const opened = await openDashboard(browser, empty)
    const { page } = opened
    await page.getByRole('heading', { name: 'Connect your first customer' }).waitFor()
    await expectAccessible(opened.flow)
    await page.getByRole('link', { name: 'Create the first link' }).click()
    await page.getByRole('heading', { name: 'Create a link' }).waitFor()
    await page.getByRole('textbox', { name: 'Organization' }).fill('Zephyr Tools')
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('hr@zephyr.example')
    await page.getByRole('switch', { name: /^Field mapping/ }).click({ force: true })
    await page.getByRole('button', { name: 'Create the link' }).click()
    await page.getByRole('heading', { name: 'The link is ready' }).waitFor()
    await expectAccessible(opened.flow)
    expect(await page.locator('code').textContent()).toMatch(new RegExp(`^${empty.url}/connect\\?token=`))
    const mail = await page.getByRole('link', { name: 'Write a mail' }).getAttribute('href')
    expect(mail).toContain(`mailto:${encodeURIComponent('hr@zephyr.example')}`)
    expect(opened.said).toEqual([])
  })

  it('says what is missing in a form', async () => {
    const { page, flow } = await openDashboard(browser, empty, '/integrations/new')
    await page.getByRole('button', { name: 'Create the link' }).click()
    await page.getByText('Say which organization this is.').waitFor()
    await page.getByText('Write the e-mail address of who connects.').waitFor()
    await expectAccessible(flow)
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('zephyr')
    await page.getByText('This is not an e-mail address.').waitFor()
  })

  it('has a sample customer one click away, whose files go the way of real ones', async () => {
    const { page, said } = await openDashboard(browser, empty)
    await page.getByRole('button', { name: 'Try it with a sample customer' }).click()
    await page.waitForURL(/\/integrations\/sftp/, { timeout: 45_000 })
    await page.goto(`${empty.dashboardUrl}/integrations`)
    const row = rowOf(page, 'Sample customer')
    await row.getByText('Sample', { exact: true }).waitFor()
    await row.getByText('Healthy').waitFor({ timeout: 30_000 })
    await row.getByText('48').waitFor()
    expect(said).toEqual([])
  })
})

/** Every page of this part; `look` is called at each. */
const walk = async (page: Page, look: (name: string) => Promise<void>): Promise<void> => {
  await rows(page).first().waitFor()
  await look('integrations')
  await page.goto(`${seeded.dashboardUrl}/integrations/new`)
  await page.locator('fieldset').waitFor()
  await look('new-link')
}

it('these pages have nothing that axe finds, and nothing that sticks out, in the dark, small and zoomed', async () => {
  const opened = await openDashboard(browser, seeded, '/integrations')
  await expectWhole(opened, (each, look) => walk(each.page, look))
})

const screens = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

describe.runIf(process.env.ROSTERPORT_SCREENS)('pictures for docs/screens', () => {
  it.each(['en', 'de', 'fr', 'it', 'es'])('%s', async (locale) => {
    const options = { locale, viewport: { width: 1280, height: 900 } }
    await mkdir(screens, { recursive: true })
    const { page } = await openDashboard(browser, seeded, '/integrations', options)
    await walk(page, async (name) => {
      await page.screenshot({ path: `${screens}dashboard-${name}.${locale}.png` })
    })
  })
})
