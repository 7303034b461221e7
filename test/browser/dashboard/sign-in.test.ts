import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../chromium.ts'
import { expectAccessible, openDirectly } from '../flow-page.ts'
import { openDashboard } from './open-dashboard.ts'
import { openVendor, type Vendor } from './vendor.ts'

let vendor: Vendor
let browser: Browser
beforeAll(async () => {
  vendor = await openVendor()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await vendor.close()
})

describe('the first admin', () => {
  it('signs in with one click, stays signed in over a reload, and comes back to the address they opened', async () => {
    const { page, said } = await openDashboard(browser, vendor, '/environment/health?days=7')
    await page.getByRole('link', { name: 'Members' }).waitFor()
    expect(page.url()).toBe(`${vendor.dashboardUrl}/environment/health?days=7`)
    await page.reload()
    await page.getByRole('link', { name: 'Members' }).waitFor()
    expect(page.url()).toBe(`${vendor.dashboardUrl}/environment/health?days=7`)
    expect(said).toEqual([])
  })

  it('leaves no token behind in the browser', async () => {
    const { page } = await openDashboard(browser, vendor)
    const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')
    expect(kept).not.toContain('eyJ')
  })

  it('signs out at the issuer too', async () => {
    const opened = await openDashboard(browser, vendor)
    const { page } = opened
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    await expectAccessible(opened.flow)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: /^Sign in as/ }).waitFor()
    await expectAccessible(page.mainFrame())
  })
})

describe('somebody whom the issuer knows but who is no member', () => {
  it('sees nothing but what to do, and is let in once an admin has added them', async () => {
    await openDashboard(browser, vendor)
    const opened = await openDashboard(browser, vendor, '/', { email: 'eve@example.com' })
    const { page } = opened
    await page.getByRole('heading', { name: 'You are not a member here' }).waitFor()
    await page.getByText('Ask an admin of this environment to add eve@example.com').waitFor()
    expect(await page.getByRole('navigation').count()).toBe(0)
    await expectAccessible(opened.flow)
    await vendor.call('PUT', '/manage/members/eve%40example.com', { role: 'member' })
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: 'Integrations' }).waitFor()
    expect(await page.getByRole('link', { name: 'Members' }).count()).toBe(0)
  })
})

describe('somebody who opens the way back a second time', () => {
  it('is not signed in, and can begin anew', async () => {
    const { page } = await openDirectly(browser, `${vendor.dashboardUrl}/signed-in?code=x&state=y`, { locale: 'en' })
    await page.getByRole('heading', { name: 'You were not signed in' }).waitFor()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: /^Sign in as/ }).waitFor()
  })
})
