import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import type { FlowPage } from './flow-page.ts'

/** The one way forward of a step, whatever the language. */
export const onward = ({ flow }: FlowPage): Locator => flow.locator('.actions .primary')

export const currentStep = ({ flow }: FlowPage): Locator => flow.locator('.step[aria-current]')

/** Makes a key pair in the page; answers the private key that the browser saved. */
export const makePair = async ({ page, flow }: FlowPage): Promise<string> => {
  await flow.getByRole('tab').nth(1).click()
  const saved = page.waitForEvent('download')
  await flow.locator('.tab-panel button').first().click()
  const path = await (await saved).path()
  await flow.locator('.key').first().waitFor()
  return readFile(path, 'utf8')
}

const stepOf = async (page: FlowPage): Promise<string> => (await currentStep(page).getAttribute('data-step')) ?? ''

/** Waits until nothing is being loaded: what is waited for from outside may go on. */
const settled = ({ flow }: FlowPage): Promise<void> =>
  flow.locator('main .busy').filter({ hasText: '…' }).waitFor({ state: 'detached' })

/** Goes through the steps of a new connection to the last one; `look` is called at each. */
export const walkThrough = async (page: FlowPage, look: (step: string) => Promise<void>): Promise<void> => {
  await onward(page).waitFor()
  for (;;) {
    const step = await stepOf(page)
    if (step === 'keys') await makePair(page)
    await settled(page)
    await look(step)
    if (step === 'finish') return
    await onward(page).click()
    await page.flow.locator(`.step[aria-current]:not([data-step="${step}"])`).waitFor()
    await onward(page).waitFor()
  }
}
