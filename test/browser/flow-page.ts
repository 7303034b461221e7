import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import * as v from 'valibot'
import { expect } from 'vitest'
import type { HostPage } from './host-page.ts'

export type FlowPage = {
  readonly page: Page
  /** The document of the flow: in its frame, or the page itself. */
  readonly flow: Frame
  /** What the page said to its console; scripts that the policy refuses are heard of here. */
  readonly said: readonly string[]
}

const newPage = async (browser: Browser, options: BrowserContextOptions) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  return { page, said }
}

/** Opens a link as a vendor's app does, by the unmodified package. */
export const openEmbedded = async (
  browser: Browser,
  host: HostPage,
  link: string,
  options: BrowserContextOptions = {},
): Promise<FlowPage> => {
  const { page, said } = await newPage(browser, options)
  await page.goto(host.opening(link))
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  if (!frame) throw new Error('The package opened no frame.')
  return { page, flow: frame, said }
}

/** Opens a link as a mail does. */
export const openDirectly = async (
  browser: Browser,
  link: string,
  options: BrowserContextOptions = {},
): Promise<FlowPage> => {
  const { page, said } = await newPage(browser, options)
  await page.goto(link)
  return { page, flow: page.mainFrame(), said }
}

const ViolationsSchema = v.object({
  violations: v.array(v.object({ id: v.string(), nodes: v.array(v.object({ html: v.string() })) })),
})

/** Runs axe with every rule there is, and expects no violation; `seen` says how the page is seen. */
export const expectAccessible = async (flow: Frame, seen?: string): Promise<void> => {
  await flow.evaluate(axe.source)
  const { violations } = v.parse(
    ViolationsSchema,
    await flow.evaluate("axe.run(document, { resultTypes: ['violations'] })"),
  )
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
    seen,
  ).toEqual([])
}

/** Nothing sticks out to the side. */
export const expectNoSidewaysScroll = async (flow: Frame, seen?: string): Promise<void> => {
  const excess = await flow.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(v.parse(v.number(), excess), seen).toBeLessThanOrEqual(0)
}
