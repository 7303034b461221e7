import { mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import { type Product, startProduct } from '../e2e/product.ts'
import { launchBrowser } from './chromium.ts'
import { expectAccessible, type FlowPage, openDirectly } from './flow-page.ts'
import { expectWhole, tabTo } from './looks.ts'
import { mailedLink } from './mailbox.ts'
import { connectCustomer } from './mailed-customer.ts'

vi.setConfig({ testTimeout: 120_000 })

let product: Product
let browser: Browser
beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const good = 'Employee ID,First name,Last name,Hire date\n1,Ada,Lovelace,2020-01-02\n2,Alan,Turing,2021-03-04\n'
const withFlaw = 'Employee ID,First name,Last name,Hire date\n1,Ada,Lovelace,2020-01-02\n2,Alan,Turing,31.31.2021\n'
/** Nothing in it tells people apart. */
const refused = 'First name,Last name,Hire date\nAda,Lovelace,2020-01-02\nAlan,Turing,2021-03-04\n'

/** A customer who is connected, with an address of their own, and approves mappings. */
const newCustomer = (language = 'en') => connectCustomer(product, language, { mapping_approver: 'customer' })
type Customer = Awaited<ReturnType<typeof newCustomer>>

const openPage = async (customer: Customer, options: Parameters<typeof openDirectly>[2] = {}): Promise<FlowPage> => {
  const opened = await openDirectly(browser, await customer.signInLink(), options)
  await opened.flow.locator('.sections').waitFor()
  return opened
}

const heading = ({ flow }: FlowPage, name: string) => flow.getByRole('heading', { name, level: 1 }).waitFor()
const open = ({ flow }: FlowPage, section: string) =>
  flow.locator('.sections').getByRole('link', { name: section }).click()

const fileOf = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })

/** Approves what was understood of the employees file, as soon as there is one. */
const approve = ({ isApproved }: Customer) => expect.poll(isApproved, { timeout: 30_000 }).toBe(true)

describe('a contact of a connection', () => {
  it('has a link mailed, signs in with it, and signs out again', async () => {
    const { email } = await newCustomer()
    const opened = await openDirectly(browser, `${product.url}/page`)
    const { flow, page } = opened
    await heading(opened, 'Open the page of your connection')
    await expectAccessible(flow)
    await flow.getByRole('textbox', { name: 'E-mail address' }).fill('hr@')
    await page.keyboard.press('Enter')
    await flow.getByText('Enter a whole e-mail address').waitFor()
    await flow.getByRole('textbox', { name: 'E-mail address' }).fill(email)
    await page.keyboard.press('Enter')
    await heading(opened, 'Look into your mailbox')
    await expectAccessible(flow)
    const link = await mailedLink(product, email, 'token')
    await page.goto(link)
    await heading(opened, 'How the connection stands')
    expect(page.url()).toBe(`${product.url}/page`)
    await page.reload()
    await heading(opened, 'How the connection stands')
    await flow.getByRole('button', { name: 'Sign out' }).click()
    await heading(opened, 'Open the page of your connection')
    await page.goto(link)
    await flow.getByText('This link does not work any more.').waitFor()
    await expectAccessible(flow)
  })

  it('sees a refused file with its rows, and a good one', async () => {
    const customer = await newCustomer()
    const opened = await openPage(customer)
    const { flow } = opened
    await flow.getByText('No file has arrived yet.').waitFor()
    await customer.push(good)
    await flow.getByText('the setup has to be finished').waitFor()
    await approve(customer)
    await flow.getByText('The connection works').waitFor()
    await customer.push(withFlaw)
    await flow.locator('.plain-list a').nth(1).waitFor()
    await flow.locator('.plain-list a').first().click()
    await heading(opened, 'What became of the file')
    await flow.locator('.issues li').first().waitFor()
    expect(await flow.locator('.issues').textContent()).toMatch(/Column Hire date\. Row 3\./)
    await expectAccessible(flow)
    const saved = opened.page.waitForEvent('download')
    await flow.getByRole('button', { name: 'Download all rows as CSV' }).click()
    expect((await saved).suggestedFilename()).toBe('employees.csv.issues.csv')
    await opened.page.goBack()
    await customer.push(refused)
    await flow.getByText('could not be used').waitFor()
    await flow.getByRole('link', { name: 'See what is wrong' }).click()
    await flow.getByText('Correct the export').waitFor()
    await expectAccessible(flow)
    await flow.getByRole('link', { name: 'All files' }).click()
    await flow.locator('.plain-list a').nth(2).click()
    await flow.getByText('Nothing is wrong with this file.').waitFor()
  })

  it('sends a file that counts, and hears when its name does not say what it holds', async () => {
    const customer = await newCustomer()
    const opened = await openPage(customer)
    const { flow } = opened
    await flow.locator('input[type="file"]').setInputFiles(fileOf('Export März.csv', good))
    await flow.getByText('does not say what it holds').waitFor()
    await expectAccessible(flow)
    await flow.getByRole('button', { name: 'What it holds' }).click()
    await flow.getByRole('option', { name: 'Employees' }).click()
    await flow.getByRole('button', { name: 'Send this file' }).click()
    await flow.getByText('employees.csv is on its way.').waitFor()
    await flow.locator('.plain-list a').first().waitFor()
    await flow.getByText('the setup has to be finished').waitFor()
    await approve(customer)
    await flow.getByText('The connection works').waitFor()
    await open(opened, 'Columns')
    await flow
      .getByRole('row', { name: /First name/ })
      .first()
      .waitFor()
    await expectAccessible(flow)
    await flow.getByRole('link', { name: 'Look through and change' }).click()
    await heading(opened, 'Match your columns')
  })

  it('sees how far an upload is, and cancels it: nothing of it counts', async () => {
    const opened = await openPage(await newCustomer())
    const { flow, page } = opened
    const network = await page.context().newCDPSession(page)
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 50_000 }
    await network.send('Network.emulateNetworkConditions', slow)
    await flow.locator('input[type="file"]').setInputFiles(fileOf('employees.csv', good.padEnd(2_000_000, '\n')))
    await flow.getByRole('button', { name: 'Send this file' }).click()
    const bar = flow.getByRole('progressbar', { name: 'Sending employees.csv' })
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 20_000 })
      .toBeGreaterThan(0)
    await flow.getByText(/ of 2\sMB/).waitFor()
    await expectAccessible(flow)
    await flow.getByRole('button', { name: 'Cancel the upload' }).click()
    await flow.getByRole('button', { name: 'Send this file' }).waitFor()
    expect(await flow.locator('.notice.bad').count()).toBe(0)
    await page.reload()
    await flow.getByText('No file has arrived yet.').waitFor()
  })

  it('reads what is wrong and what to do in their language, also in the table of all rows', async () => {
    const opened = await openPage(await customerWithFlaw('de'))
    const { flow, page } = opened
    await flow.locator('.plain-list a').nth(1).waitFor()
    await flow.locator('.plain-list a').first().click()
    await flow.getByText(/In der Zelle steht kein Datum wie yyyy-MM-dd\..*\(Feld Erster Arbeitstag\)/).waitFor()
    expect(await flow.locator('.issues [lang="en"]').count()).toBe(0)
    const saved = page.waitForEvent('download')
    await flow.getByRole('button', { name: /CSV/ }).click()
    expect(await readFile(await (await saved).path(), 'utf8')).toContain('Exportieren Sie diese Spalte als yyyy-MM-dd')
  })

  it('adds a colleague, who signs in, and stops the mails', async () => {
    const customer = await newCustomer()
    const opened = await openPage(customer)
    const { flow, page } = opened
    await open(opened, 'Contacts')
    await flow.getByText('you', { exact: true }).waitFor()
    const email = `colleague-${customer.email}`
    const colleague = { ...customer, email, signInLink: () => customer.signInLink(email) }
    await flow.getByRole('textbox', { name: 'E-mail address' }).fill(colleague.email)
    await flow.locator('.add-contact .select button').click()
    await flow.getByRole('option', { name: 'Deutsch' }).click()
    await flow.getByRole('button', { name: 'Add', exact: true }).click()
    await flow.getByText(`${colleague.email} was added.`).waitFor()
    await expectAccessible(flow)
    await flow.getByRole('switch', { name: `Gets mails ${colleague.email}` }).waitFor()
    const theirs = await openPage(colleague)
    expect(await theirs.flow.locator('html').getAttribute('lang')).toBe('de')
    await customer.push(good)
    const stop = await openDirectly(browser, await mailedLink(product, colleague.email, 'opt_out'), { locale: 'en' })
    await stop.flow.getByRole('button', { name: 'Stop the mails' }).click()
    await heading(stop, 'The mails are stopped')
    await expectAccessible(stop.flow)
    await page.reload()
    const mails = flow.getByRole('switch', { name: `Gets mails ${colleague.email}` })
    await mails.waitFor()
    expect(await mails.isChecked()).toBe(false)
    await flow.getByRole('button', { name: `Remove ${colleague.email}` }).click()
    await mails.waitFor({ state: 'detached' })
    await theirs.flow.getByRole('heading', { name: 'Öffnen Sie die Seite Ihrer Verbindung' }).waitFor()
    await expectAccessible(theirs.flow)
  })

  it('changes keys without a gap', async () => {
    const opened = await openPage(await newCustomer())
    const { flow } = opened
    await open(opened, 'SSH keys')
    await flow.getByRole('textbox', { name: 'Public key' }).fill(newEd25519Pair().public)
    await flow.getByText('The key was added').waitFor()
    await flow
      .getByRole('button', { name: /^Remove the key/ })
      .first()
      .click()
    await flow.getByText('Remove this key for good?').waitFor()
    await expectAccessible(flow)
    await flow.getByRole('button', { name: 'Remove', exact: true }).click()
    await flow.getByText('The key was removed.').waitFor()
    expect(await flow.locator('.key').count()).toBe(1)
  })
})

const sections = ['files', 'report', 'columns', 'keys', 'connection', 'contacts'] as const

/** Goes through everything on the page of a connection that has a file with a flaw; `look` is called at each. */
const walkPage = async (opened: FlowPage, look: (section: (typeof sections)[number]) => Promise<void>) => {
  const { flow } = opened
  const isThere = {
    files: '.plain-list li:nth-child(2) a',
    report: '.issues li',
    columns: 'tbody tr',
    keys: '.key',
    connection: '.facts',
    contacts: '.contact',
  } as const
  for (const section of sections) {
    if (section === 'report') await flow.locator('.plain-list a').first().click()
    else await flow.locator(`.sections a[href="#${section}"]`).click()
    await flow.locator(isThere[section]).first().waitFor()
    await flow.locator('main .busy').first().waitFor({ state: 'detached' })
    await look(section)
  }
}

const customerWithFlaw = async (language = 'en'): Promise<Customer> => {
  const customer = await newCustomer(language)
  await customer.push(good)
  await approve(customer)
  await customer.push(withFlaw)
  return customer
}

it('every part of the page has nothing that axe finds, and nothing that sticks out, in the dark, small and zoomed', async () => {
  await expectWhole(await openPage(await customerWithFlaw()), walkPage)
})

describe('somebody who has only a keyboard', () => {
  it('finds what is wrong in a file, and adds a contact', async () => {
    const opened = await openPage(await customerWithFlaw())
    const { page, flow } = opened
    await flow.locator('.plain-list a').nth(1).waitFor()
    await tabTo(opened, flow.locator('.plain-list a').first())
    await page.keyboard.press('Enter')
    await flow.locator('.issues li').first().waitFor()
    await page.reload()
    await tabTo(opened, flow.locator('.sections a[href="#contacts"]'))
    await page.keyboard.press('Enter')
    await tabTo(opened, flow.getByRole('textbox', { name: 'E-mail address' }))
    await page.keyboard.type('it@example.com')
    await page.keyboard.press('Enter')
    await flow.getByText('it@example.com was added.').waitFor()
  })
})

const screens = fileURLToPath(new URL('../../docs/screens/', import.meta.url))

describe.runIf(process.env.ROSTERPORT_SCREENS)('pictures for docs/screens', () => {
  it.each(['en', 'de', 'fr', 'it', 'es'] as const)('of every part of the page: %s', async (language) => {
    const opened = await openPage(await customerWithFlaw(language), { viewport: { width: 1100, height: 900 } })
    await mkdir(screens, { recursive: true })
    await walkPage(opened, async (section) => {
      await opened.page.screenshot({ path: `${screens}page-${section}.${language}.png` })
    })
  })
})
