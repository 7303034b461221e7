import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, type FlowPage } from './flow-page.ts'

type Look = {
  readonly name: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly colorScheme: 'light' | 'dark'
  /** Between the wide and the small one nothing is there that axe has not seen in one of them. */
  readonly forAxe: boolean
}

const light: Look = { name: 'light', viewport: { width: 1280, height: 800 }, colorScheme: 'light', forAxe: true }

/** Ways in which people see a page: it must be whole in each. At 200 % a window has half as many pixels of CSS each way. */
const looks: readonly Look[] = [
  { ...light, name: 'dark', colorScheme: 'dark' },
  { ...light, name: '320 px', viewport: { width: 320, height: 640 } },
  { ...light, name: '200 % zoom', viewport: { width: 640, height: 400 }, forAxe: false },
  light,
]

const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))'

const lookAt = async ({ page, flow }: FlowPage, { name, viewport, colorScheme, forAxe }: Look): Promise<void> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.setViewportSize(viewport)
  await flow.evaluate(drawn)
  await expectNoSidewaysScroll(flow, name)
  if (forAxe) await expectAccessible(flow, name)
}

type Walk = (page: FlowPage, look: () => Promise<void>) => Promise<void>

/** Walks through a page, and expects nothing that axe finds, nothing that sticks out and nothing in the console, however it is seen. */
export const expectWhole = async (opened: FlowPage, walk: Walk): Promise<void> => {
  await walk(opened, async () => {
    for (const look of looks) await lookAt(opened, look)
  })
  expect(opened.said).toEqual([])
}

const mostPresses = 150

/** Presses Tab until the focus is there. */
export const tabTo = async ({ page, flow }: FlowPage, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let presses = 0; presses < mostPresses; presses++) {
    if ((await target.and(flow.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached by the keyboard.`)
}
