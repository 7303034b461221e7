import type { Browser, BrowserContextOptions } from 'playwright-core'
import { type FlowPage, openDirectly } from '../flow-page.ts'
import type { Vendor } from './vendor.ts'

const firstAdmin = 'admin@example.com'

/** Opens a page of the dashboard and signs in, with one click for the first admin. */
export const openDashboard = async (
  browser: Browser,
  { dashboardUrl }: Pick<Vendor, 'dashboardUrl'>,
  path = '/',
  { email = firstAdmin, ...options }: BrowserContextOptions & { readonly email?: string } = {},
): Promise<FlowPage> => {
  const opened = await openDirectly(browser, dashboardUrl + path, { locale: 'en', ...options })
  const { page } = opened
  if (email === firstAdmin) await page.getByRole('button', { name: `Sign in as ${email}` }).click()
  else {
    await page.getByText('As somebody else').click()
    await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
    await page.getByRole('button', { name: 'Sign in with this address' }).click()
  }
  await page.waitForURL(new RegExp(`^${dashboardUrl}`))
  await page.locator('h1').waitFor()
  return opened
}
