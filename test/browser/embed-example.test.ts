import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Product, startProduct } from '../e2e/product.ts'
import { launchBrowser } from './chromium.ts'

vi.setConfig({ testTimeout: 90_000 })

const source = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')

let product: Product
let browser: Browser
let example: Server
beforeAll(async () => {
  const html = await source('examples/embed/index.html')
  const script = stripTypeScriptTypes(await source('web/sdk/show-rosterport.ts'))
  example = createServer(({ url }, response) => {
    if (url === '/show-rosterport.js') response.setHeader('content-type', 'text/javascript').end(script)
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  })
  await new Promise<void>((resolve) => example.listen(0, '127.0.0.1', resolve))
  ;[product, browser] = await Promise.all([startProduct(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  example?.close()
  await product?.stop()
})

const exampleOrigin = (): string => {
  const address = example.address()
  return `http://localhost:${typeof address === 'object' ? address?.port : ''}`
}

const openExample = async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(exampleOrigin())
  const { data } = await product.sdk().connect.createConnectionLink({
    end_user_email: 'hr@example.com',
    end_user_organization_name: 'Beispiel GmbH',
    integration_category: 'HRIS',
    integration_tool: 'sftp',
  })
  await page.getByLabel('Link').fill(data.link)
  const button = page.getByRole('button', { name: 'Connect the HR system' })
  await button.click()
  return { page, button, flow: page.frameLocator('iframe') }
}

it('our own package opens the flow, and hands the token over', async () => {
  await product.call('PATCH', '/manage/settings', { body: { allowed_origins: [exampleOrigin()] } })
  const { page, flow } = await openExample()
  await flow.getByRole('button', { name: 'Continue' }).click()
  await flow.getByRole('tab', { name: 'Make a pair here' }).click()
  await flow.getByRole('button', { name: 'Make a key pair' }).click()
  await flow.locator('.key').first().waitFor()
  await flow.getByRole('button', { name: 'Create the connection' }).click()
  await flow.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.getByText('Your server activates the integration with').waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
})

it('our own package takes the window away when the customer closes it, and gives the focus back', async () => {
  const { page, button, flow } = await openExample()
  await flow.getByRole('button', { name: 'Close' }).click()
  await page.getByText('Closed before the end.').waitFor()
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
})

it('our own package listens to nobody but its frame', async () => {
  const { page, flow } = await openExample()
  await flow.getByRole('button', { name: 'Continue' }).waitFor()
  await page.evaluate(() => window.postMessage({ type: 'success', data: { activation_token: 'forged' } }, '*'))
  await page.evaluate(() => window.postMessage(null, '*'))
  await flow.getByRole('button', { name: 'Close' }).click()
  await page.getByText('Closed before the end.').waitFor()
})
