import type { BrowserContextOptions, Locator } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, type FlowPage } from './flow-page.ts'

type Look = { readonly name: string; readonly options: BrowserContextOptions }

/** Ways in which people see a page: it must be whole in each. */
export const looks: readonly Look[] = [
  { name: 'light', options: {} },
  { name: 'dark', options: { colorScheme: 'dark', reducedMotion: 'reduce' } },
  { name: '320 px', options: { viewport: { width: 320, height: 640 } } },
  { name: '200 % zoom', options: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } },
]

type Walk = (page: FlowPage, look: () => Promise<void>) => Promise<void>

/** Walks through a page, and expects nothing that axe finds, nothing that sticks out and nothing in the console. */
export const expectWhole = async (opened: FlowPage, walk: Walk): Promise<void> => {
  await walk(opened, async () => {
    await expectAccessible(opened.flow)
    await expectNoSidewaysScroll(opened.flow)
  })
  expect(opened.said).toEqual([])
}

const mostPresses = 150

/** Presses Tab until the focus is there. */
export const tabTo = async ({ page }: FlowPage, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let presses = 0; presses < mostPresses; presses++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached by the keyboard.`)
}
