import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import { type Product, startProduct } from '../e2e/product.ts'
import { lookFor, withSftp, write, writePart } from '../e2e/push.ts'
import { launchBrowser } from './chromium.ts'
import { expectAccessible, openDirectly, openEmbedded } from './flow-page.ts'
import { type HostPage, startHostPage } from './host-page.ts'
import { expectWhole, tabTo } from './looks.ts'
import { currentStep, makePair, onward, walkThrough } from './walk.ts'

vi.setConfig({ testTimeout: 90_000 })

let product: Product
let host: HostPage
let browser: Browser
beforeAll(async () => {
  ;[product, host, browser] = await Promise.all([startProduct(), startHostPage(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  host?.close()
  await product?.stop()
})

type Wish = Parameters<ReturnType<Product['sdk']>['connect']['createConnectionLink']>[0]

const newLink = async (wish: Partial<Wish> = {}): Promise<string> => {
  const { data } = await product.sdk().connect.createConnectionLink({
    end_user_email: 'hr@example.com',
    end_user_organization_name: 'Beispiel GmbH',
    integration_category: 'HRIS',
    integration_tool: 'sftp',
    ...wish,
  })
  return data.link
}

const outcome = (text: string | RegExp) => ({ hasText: text })

const employees = 'Employee ID,First name,Last name,Hire date\n1,Ada,Lovelace,2020-01-02\n2,Alan,Turing,2021-03-04\n'

describe('a customer in the vendor’s app', () => {
  it('connects with a key made in the browser, uploads with it, and leaves the app with an activation token', async () => {
    const opened = await openEmbedded(browser, host, await newLink())
    const { page, flow, said } = opened
    await flow.getByRole('heading', { name: 'What your HR system sends' }).waitFor()
    expect(flow.url()).toBe(`${product.url}/connect`)
    await onward(opened).click()
    const privateKey = await makePair(opened)
    await onward(opened).click()
    await flow.getByRole('heading', { name: 'Enter this in your HR system' }).waitFor()
    const user = await flow.locator('.facts > div').filter({ hasText: 'User' }).locator('code').textContent()
    await onward(opened).click()
    await flow.getByText('Waiting for the first login').waitFor()
    await withSftp({ port: product.sftpPort, user: user ?? '', privateKey }, (sftp) =>
      write(sftp, '/employees.csv', employees),
    )
    await flow.getByText('Logged in').waitFor()
    await flow.getByText('First file arrived').waitFor()
    await expectAccessible(flow)
    await onward(opened).click()
    await flow.getByRole('row', { name: /Hire date/ }).waitFor()
    await expectAccessible(flow)
    await onward(opened).click()
    await flow.getByText('One file has arrived.').waitFor()
    await onward(opened).click()
    await page.locator('#outcome', outcome(/^token /)).waitFor()
    const token = (await page.locator('#outcome').textContent())?.replace('token ', '') ?? ''
    const { data } = await product.sdk().connect.getIntegrationByToken({ token })
    expect(data.id).toBe(`sftp:${user}`)
    expect(said).toEqual([])
  })

  it('may finish before any file has arrived', async () => {
    const opened = await openEmbedded(browser, host, await newLink())
    await onward(opened).click()
    await makePair(opened)
    await onward(opened).click()
    await opened.flow.getByRole('button', { name: 'Finish', exact: true }).click()
    await opened.page.locator('#outcome', outcome(/^token /)).waitFor()
  })

  it('closes the window, and comes back to what was entered', async () => {
    const link = await newLink()
    const first = await openEmbedded(browser, host, link)
    await onward(first).click()
    await makePair(first)
    await onward(first).click()
    await first.flow.getByRole('heading', { name: 'Enter this in your HR system' }).waitFor()
    await first.flow.getByRole('button', { name: 'Close' }).click()
    await first.page.locator('#outcome', outcome('KomboConnectCancelledError')).waitFor()
    const second = await openEmbedded(browser, host, link)
    await second.flow.getByRole('heading', { name: 'Enter this in your HR system' }).waitFor()
  })

  it('is told what is wrong with a link, and can close the window', async () => {
    const { flow, page } = await openEmbedded(browser, host, `${product.url}/connect?token=a.b`)
    await flow.getByRole('heading', { name: 'This link is not known' }).waitFor()
    await expectAccessible(flow)
    await flow.getByRole('button', { name: 'Close' }).click()
    await page.locator('#outcome', outcome('KomboConnectCancelledError')).waitFor()
  })

  it('keeps a private key that was pasted by mistake', async () => {
    const opened = await openEmbedded(browser, host, await newLink())
    const { flow, page } = opened
    await onward(opened).click()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    await flow.getByRole('textbox', { name: 'Public key' }).fill('-----BEGIN OPENSSH PRIVATE KEY-----\nsecret\n')
    await flow.getByText('That is a private key.').waitFor()
    expect(await flow.getByRole('textbox', { name: 'Public key' }).inputValue()).toBe('')
    expect(sent.filter((body) => body.includes('secret'))).toEqual([])
  })
})

describe('a customer whose HR system is not ready', () => {
  it('sees how a sample would be understood, and that nothing of it is applied', async () => {
    const opened = await openEmbedded(browser, host, await newLink())
    const { flow, said } = opened
    await onward(opened).click()
    await makePair(opened)
    await onward(opened).click()
    await flow.getByRole('heading', { name: 'Enter this in your HR system' }).waitFor()
    await onward(opened).click()
    const sample = { name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(`${employees}3,Ada,,31.31.2020\n`) }
    await flow.locator('input[type="file"]').setInputFiles(sample)
    await flow.getByText('This is the sample').waitFor()
    await flow.getByRole('row', { name: /First name/ }).waitFor()
    const table = await flow.locator('.table-frame').boundingBox()
    expect(table?.height).toBeGreaterThan(100)
    await expectAccessible(flow)
    expect(said).toEqual([])
  })

  it('hears why each attempt failed, and what to do', async () => {
    const opened = await openEmbedded(browser, host, await newLink())
    const { flow } = opened
    await onward(opened).click()
    const privateKey = await makePair(opened)
    await onward(opened).click()
    const user = (await flow.locator('.facts > div').filter({ hasText: 'User' }).locator('code').textContent()) ?? ''
    await onward(opened).click()
    await flow.getByText('Waiting for the first login').waitFor()
    const port = product.sftpPort
    const otherKey = withSftp({ port, user, privateKey: newEd25519Pair().private }, async () => undefined)
    await expect(otherKey).rejects.toThrow()
    await flow.getByText('the key is not one of those entered here').waitFor()
    await expect(withSftp({ port, user: `${user}x`, privateKey }, async () => undefined)).rejects.toThrow()
    await flow.getByText('The key is right, but the user is not.').waitFor()
    await withSftp({ port, user, privateKey }, (sftp) => expect(lookFor(sftp, '/upload')).rejects.toThrow())
    await flow.getByText('Set the remote folder to /').waitFor()
    await withSftp({ port, user, privateKey }, (sftp) => writePart(sftp, '/employees.csv', employees))
    await flow.getByText('The connection broke before the file was whole.').waitFor()
    await expectAccessible(flow)
  })
})

describe('somebody who has only a keyboard', () => {
  it('reaches the end', async () => {
    const opened = await openEmbedded(browser, host, await newLink())
    const { page, flow } = opened
    const press = async (name: string): Promise<void> => {
      await tabTo(opened, flow.getByRole('button', { name, exact: true }))
      await page.keyboard.press('Enter')
    }
    await press('Continue')
    await flow.getByRole('tab', { name: 'I have a public key' }).focus()
    await page.keyboard.press('ArrowRight')
    await press('Make a key pair')
    await flow.locator('.key').first().waitFor()
    await press('Create the connection')
    await flow.getByRole('heading', { name: 'Enter this in your HR system' }).waitFor()
    await press('Finish')
    await page.locator('#outcome', outcome(/^token /)).waitFor()
  })
})

describe('a magic link', () => {
  it('is a page of its own, which survives a reload and ends in words', async () => {
    const link = await newLink({ link_type: 'MAGIC_LINK', language: 'de' })
    const opened = await openDirectly(browser, link)
    await onward(opened).click()
    await makePair(opened)
    await onward(opened).click()
    const sheet = currentStep(opened).and(opened.flow.locator('[data-step="sheet"]'))
    await sheet.waitFor()
    await opened.page.reload()
    await sheet.waitFor()
    expect(await opened.flow.locator('html').getAttribute('lang')).toBe('de')
    expect(await opened.flow.locator('.icon-button').count()).toBe(0)
    await opened.flow.locator('.actions .secondary').click()
    await opened.flow.locator('main.message h1').waitFor()
    await expectAccessible(opened.flow)
  })
})

it('every step has nothing that axe finds, and nothing that sticks out, in the dark, small and zoomed', async () => {
  await expectWhole(await openEmbedded(browser, host, await newLink()), walkThrough)
})

describe('pages that may embed the flow', () => {
  it('are those of the setting, for the frame and for what it says', async () => {
    const settings = (allowed_origins: readonly string[]) =>
      product.call('PATCH', '/manage/settings', { body: { allowed_origins } })
    await settings(['https://app.example.com'])
    const refused = await openEmbedded(browser, host, await newLink())
    await expect.poll(() => refused.said.join()).toContain('frame-ancestors')
    await settings([host.origin])
    const allowed = await openEmbedded(browser, host, await newLink())
    await allowed.flow.getByRole('button', { name: 'Close' }).click()
    await allowed.page.locator('#outcome', outcome('KomboConnectCancelledError')).waitFor()
    await settings([])
  })
})

it('the browser of these tests keeps pages of other origins apart', async () => {
  const { page } = await openEmbedded(browser, host, await newLink())
  expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument)).toBeNull()
  const read = page.evaluate(
    (url) =>
      fetch(`${url}/openapi.json`).then(
        () => 'read',
        () => 'blocked',
      ),
    product.url,
  )
  expect(await read).toBe('blocked')
})

const screens = fileURLToPath(new URL('../../docs/screens/', import.meta.url))

describe.runIf(process.env.ROSTERPORT_SCREENS)('pictures for docs/screens', () => {
  it.each(['en', 'de', 'fr', 'it', 'es'] as const)('of every step: %s', async (language) => {
    const viewport = { width: 1100, height: 760 }
    const opened = await openEmbedded(browser, host, await newLink({ language }), { viewport })
    await mkdir(screens, { recursive: true })
    const shoot = (step: string) => opened.page.screenshot({ path: `${screens}${step}.${language}.png` })
    await walkThrough(opened, async (step) => {
      await shoot(step)
      if (step !== 'live') return
      const file = { name: 'employees.csv', mimeType: 'text/csv', buffer: Buffer.from(employees) }
      await opened.flow.locator('input[type="file"]').setInputFiles(file)
      await opened.flow.locator('.table-frame').waitFor()
      await shoot('file')
    })
  })
})
