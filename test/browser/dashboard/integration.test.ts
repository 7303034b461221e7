import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../chromium.ts'
import { expectAccessible, expectNoSidewaysScroll, type FlowPage } from '../flow-page.ts'
import { tabTo } from '../looks.ts'
import { openDashboard } from './open-dashboard.ts'
import { type SeededVendor, type StoryName, seededVendor } from './seeded-vendor.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let vendor: SeededVendor
let browser: Browser
beforeAll(async () => {
  ;[vendor, browser] = await Promise.all([seededVendor(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await vendor?.close()
})

const screens = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

const open = (story: StoryName, part = '', options = {}): Promise<FlowPage> =>
  openDashboard(browser, vendor, `/integrations/${encodeURIComponent(vendor.customers[story].id)}${part}`, options)

/** Nothing that axe finds, nothing that sticks out; and a picture of it, where one is asked for. */
const look = async ({ page, flow }: FlowPage, picture?: string): Promise<void> => {
  await expectAccessible(flow)
  await expectNoSidewaysScroll(flow)
  if (picture === undefined || process.env.ROSTERPORT_SCREENS === undefined) return
  await mkdir(screens, { recursive: true })
  await page.screenshot({ path: `${screens}integration-${picture}.png` })
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

const confirm = async (page: Page, action: string, answers: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, text] of Object.entries(answers)) await page.getByRole('textbox', { name: label }).fill(text)
  await button(page, action).click()
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor({ state: 'detached' })
}
const why = 'Why, for the audit log'

describe('what needs somebody', () => {
  it('is resolved by the button beside it: held removals are approved with a reason, by keyboard', async () => {
    const opened = await open('heldRemovals')
    const { page } = opened
    await page.getByText('15 removals wait').waitFor()
    await look(opened, 'overview')
    await tabTo(opened, page.getByRole('link', { name: 'Look and decide' }))
    await page.keyboard.press('Enter')
    await page.getByRole('rowheader').nth(3).waitFor()
    await look(opened, 'held')
    await tabTo(opened, button(page, 'Remove 15 records …'))
    await page.keyboard.press('Enter')
    await look(opened)
    await button(page, 'Remove them').click()
    await page.getByText('Say in a few words why.').waitFor()
    await confirm(page, 'Remove them', { [why]: 'They left with the sale of the branch' })
    await page.getByText('The decision was carried out.').waitFor()
    await page.getByText('nothing waits for a decision').waitFor()
    await page.getByRole('link', { name: 'Overview' }).click()
    await page.getByText('Nothing needs you').waitFor()
    expect(opened.said).toEqual([])
  })

  it('is a file that is held as a whole, with the people in it, of whom one is linked', async () => {
    const opened = await open('heldFile', '/held')
    const { page } = opened
    await page.getByText(/probably the same people under another id/).waitFor()
    await look(opened)
    await page.getByRole('link', { name: 'Identity' }).click()
    await page.getByRole('button', { name: /^Link all/ }).click()
    await confirm(page, 'Link', { [why]: 'New HR system' })
    await page.getByText('The links were stored').waitFor()
    await look(opened, 'identity')
    expect(opened.said).toEqual([])
  })

  it('is an integration that is off, and is turned on at once', async () => {
    const { page } = await open('disabled')
    await button(page, 'Turn it on').click()
    await page.getByText('Nothing needs you').waitFor()
  })
})

describe('a file', () => {
  it('shows its first rows and, by record and field, what applying it again would change', async () => {
    const opened = await open('healthy', '/files')
    const { page } = opened
    await page
      .getByRole('row', { name: /employees\.csv/ })
      .last()
      .click()
    await button(page, 'Show the first rows').click()
    await page.getByRole('columnheader', { name: 'Employee ID' }).waitFor()
    await button(page, 'See what would change').click()
    await page.getByRole('button', { name: /^Removed: 1$/ }).click()
    expect(page.url()).toContain('difference=removed')
    await page.getByRole('grid').getByText('Removed').waitFor()
    await page.getByRole('grid').scrollIntoViewIfNeeded()
    await look(opened, 'replay')
    await button(page, 'Apply this file again …').click()
    await confirm(page, 'Apply again', { [why]: 'The newer one was a test' })
    await page.getByText('The file was queued').waitFor()
    expect(opened.said).toEqual([])
  })
})

describe('a sync', () => {
  it('has a report by kind and by row, which can be downloaded', async () => {
    const opened = await open('quarantined', '/syncs')
    const { page } = opened
    await page
      .getByRole('row', { name: /a file came/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Issues' }).waitFor()
    await look(opened, 'report')
    await button(page, 'By row').click()
    await page.getByRole('grid').waitFor()
    await look(opened)
    await button(page, 'Undo this sync …').click()
    await page.getByText(/come back/).waitFor()
    await look(opened)
    await button(page, 'Cancel').click()
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download as CSV').click()])
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^row,|row/i)
    expect(opened.said).toEqual([])
  })
})

describe('settings', () => {
  it('are changed, and a change is taken back', async () => {
    const opened = await open('german', '/settings', { viewport: { width: 320, height: 640 } })
    const { page } = opened
    await page.getByText('Employee filtering').click()
    await page.getByText('Saved.').waitFor()
    await look(opened)
    await button(page, 'Undo').click()
    await page.getByText('It is as it was before.').waitFor()
    expect(opened.said).toEqual([])
  })

  it('are whole in the dark, each group of them', async () => {
    const opened = await open('onSchedule', '/settings?part=guards', { colorScheme: 'dark' })
    const { page } = opened
    await page.getByText('Many missing at once').first().waitFor()
    await look(opened, 'settings')
    for (const group of ['SSH keys', 'File formats', 'When files come', 'Contacts', 'Allowed data']) {
      await page.getByRole('link', { name: group }).click()
      await page.getByRole('progressbar').waitFor({ state: 'detached' })
      await look(opened)
    }
    expect(opened.said).toEqual([])
  })

  it('turn the integration off, and delete it once its name is typed', async () => {
    const opened = await open('resultFiles', '/settings?part=danger')
    const { page } = opened
    await button(page, 'Turn off …').click()
    await confirm(page, 'Turn off', {})
    await page.getByText('The integration is off').waitFor()
    await button(page, 'Delete the integration').click()
    await button(page, 'Delete for good').click()
    await page.getByText('This is not Quartz Labs').waitFor()
    await look(opened)
    await page.getByRole('textbox', { name: 'Type Quartz Labs to confirm' }).fill('Quartz Labs')
    await button(page, 'Delete for good').click()
    await page.getByText('not purged yet').waitFor()
    await look(opened, 'deleted')
  })
})

it('says to members who may not why they do not see people', async () => {
  await vendor.call('PUT', '/manage/members/mel%40example.com', { role: 'member' })
  const { page } = await open('heldRemovals', '/held', { email: 'mel@example.com' })
  await page.getByText('You may not see personal data here').waitFor()
})
