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

const stepNames = ['data-points', 'keys', 'sheet', 'live', 'file', 'finish'] as const
type StepName = (typeof stepNames)[number]

/** Goes through the steps of a new connection; `look` is called at each. */
export const walkThrough = async (page: FlowPage, look: (step: StepName) => Promise<void>): Promise<void> => {
  for (const [index, step] of stepNames.entries()) {
    await currentStep(page).and(page.flow.locator('.step').nth(index)).waitFor()
    if (step === 'keys') await makePair(page)
    await page.flow.locator('main .busy').filter({ hasText: '…' }).waitFor({ state: 'detached' })
    await look(step)
    if (step !== 'finish') await onward(page).click()
  }
}
