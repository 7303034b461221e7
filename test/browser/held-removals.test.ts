import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listHeldCommand } from '../../cli/held.ts'
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

/** An export of so many people. */
const staff = (count: number): string =>
  [
    'Employee ID,First name,Last name,Hire date',
    ...Array.from({ length: count }, (_, i) => `${i + 1},Person,Number ${i + 1},2020-01-02`),
  ].join('\n')

const FilesSchema = v.object({ results: v.array(v.object({ state: v.string() })) })
const EmployeesSchema = v.object({ results: v.array(v.unknown()) })
const AuditSchema = v.object({ results: v.array(v.looseObject({ action: v.string() })) })

/** A customer of whose forty people the last file lacks fifteen. */
const customerWithCutFile = async (language = 'en') => {
  const customer = await connectCustomer(product, language, { removals_approver: 'customer' })
  const { base, push, isApproved } = customer
  const accepted = (count: number) => {
    const countNow = async () => {
      const { results } = await product.api('GET', `${base}/files`, FilesSchema)
      return results.filter(({ state }) => state === 'ACCEPTED').length
    }
    return expect.poll(countNow, { timeout: 60_000 }).toBe(count)
  }
  await push(staff(40))
  await expect.poll(isApproved, { timeout: 60_000 }).toBe(true)
  await accepted(1)
  await push(staff(25))
  await accepted(2)
  return customer
}
type Customer = Awaited<ReturnType<typeof customerWithCutFile>>

const openHeld = async (customer: Customer, options: Parameters<typeof openDirectly>[2] = {}): Promise<FlowPage> => {
  const opened = await openDirectly(browser, await customer.signInLink(), options)
  await opened.flow.locator('.sections a[href="#held"]').click()
  await opened.flow.locator('tbody tr').nth(14).waitFor()
  return opened
}

const employeesOf = async ({ id: integrationId }: Customer): Promise<number> => {
  const path = '/v1/hris/employees?page_size=100'
  return (await product.api('GET', path, EmployeesSchema, { integrationId })).results.length
}

describe('a customer who may decide about held removals', () => {
  it('sees who is missing, removes them with a reason, and the reason is in the audit log', async () => {
    const customer = await customerWithCutFile()
    const { flow } = await openHeld(customer)
    await flow.getByText('15 wait for a decision').waitFor()
    await flow.getByRole('row', { name: /Person Number 26/ }).waitFor()
    await expectAccessible(flow)
    await flow.getByRole('button', { name: 'Remove them …' }).click()
    await flow.getByText('15 records are removed').waitFor()
    await flow.getByRole('button', { name: 'Remove 15 records' }).click()
    await flow.getByText('Say in a few words why.').waitFor()
    await expectAccessible(flow)
    expect(await employeesOf(customer)).toBe(40)
    await flow.getByRole('textbox', { name: 'Why you decide so' }).fill('The factory was sold')
    await flow.getByRole('button', { name: 'Remove 15 records' }).click()
    await flow.getByText('Your decision was carried out.').waitFor({ timeout: 60_000 })
    await flow.getByText('Nobody is missing').waitFor()
    await expectAccessible(flow)
    expect(await employeesOf(customer)).toBe(25)
    const { results } = await product.api('GET', `${customer.base}/audit`, AuditSchema)
    const entry = results.find(({ action }) => action === 'removals.approved')
    expect(entry).toMatchObject({ who: { kind: 'customer', name: customer.email }, reason: 'The factory was sold' })
  })

  it('keeps them with nothing but a keyboard, and hears when others are held meanwhile', async () => {
    const customer = await customerWithCutFile()
    const opened = await openHeld(customer)
    const { flow, page } = opened
    await tabTo(opened, flow.getByRole('button', { name: 'Keep them' }))
    await page.keyboard.press('Enter')
    await tabTo(opened, flow.getByRole('textbox', { name: 'Why you decide so' }))
    await page.keyboard.type('On sabbatical')
    await customer.push(staff(12))
    const waiting = async () => (await listHeldCommand(product.api, customer.id)).held.length
    await expect.poll(waiting, { timeout: 60_000 }).toBe(28)
    await page.keyboard.press('Enter')
    await flow.getByText('Nothing was decided').waitFor()
    await flow.getByText('28 wait for a decision').waitFor()
    await tabTo(opened, flow.getByRole('button', { name: 'Keep them' }))
    await page.keyboard.press('Enter')
    await tabTo(opened, flow.getByRole('textbox', { name: 'Why you decide so' }))
    await page.keyboard.type('On sabbatical')
    await page.keyboard.press('Enter')
    await flow.getByText('Your decision was carried out.').waitFor({ timeout: 60_000 })
    await flow.getByText('nothing waits').waitFor()
    expect(await employeesOf(customer)).toBe(40)
  })

  it('has no such part of the page while that is the vendor’s', async () => {
    const customer = await customerWithCutFile()
    await product.call('PATCH', customer.base, { body: { removals_approver: 'vendor' } })
    await product.call('POST', '/flow/sign-in', { body: { email: customer.email } })
    const { flow } = await openDirectly(browser, await mailedLink(product, customer.email, 'token'))
    await flow.locator('.sections').waitFor()
    expect(await flow.locator('.sections a[href="#held"]').count()).toBe(0)
  })
})

const walkHeld = async ({ flow }: FlowPage, look: (section: 'held' | 'held-asked') => Promise<void>) => {
  await look('held')
  await flow.locator('main .stack > .row button').nth(1).click()
  await flow.locator('main form').waitFor()
  await look('held-asked')
}

it('the list of held people has nothing that axe finds, and nothing that sticks out, in the dark, small and zoomed', async () => {
  await expectWhole(await openHeld(await customerWithCutFile()), walkHeld)
})

const screens = fileURLToPath(new URL('../../docs/screens/', import.meta.url))

describe.runIf(process.env.ROSTERPORT_SCREENS)('pictures for docs/screens', () => {
  it.each(['en', 'de', 'fr', 'it', 'es'] as const)('of held people: %s', async (language) => {
    const customer = await customerWithCutFile(language)
    const opened = await openHeld(customer, { viewport: { width: 1100, height: 900 } })
    await mkdir(screens, { recursive: true })
    await walkHeld(opened, async (section) => {
      await opened.page.screenshot({ path: `${screens}page-${section}.${language}.png` })
    })
  })
})
