import type { ComponentType } from 'react'
import type { en } from '../messages/en.ts'
import type { Connection, LinkAnswer } from './api.ts'
import { DataPointsStep } from './steps/data-points.tsx'
import { FileStep } from './steps/file.tsx'
import { FinishStep } from './steps/finish.tsx'
import { KeysStep } from './steps/keys.tsx'
import { LiveStep } from './steps/live.tsx'
import { SheetStep } from './steps/sheet.tsx'

export type StepId = keyof typeof en.shell.steps

/** What decides which steps there are. */
export type Facts = { readonly link: LinkAnswer; readonly connection: Connection }

export type Step = {
  readonly id: StepId
  readonly View: ComponentType
  readonly isShown: (facts: Facts) => boolean
  /** Whether the customer may come here already. */
  readonly isOpen: (facts: Facts) => boolean
  readonly isDone: (facts: Facts) => boolean
  /** Whether the flow may be ended from here: what is left goes on later. */
  readonly canFinish: boolean
}

const connects = ({ link }: Facts): boolean => link.kind !== 'setup'
const hasUser = ({ connection }: Facts): boolean => connection.integration_id !== null

const hasFile = ({ connection }: Facts): boolean => connection.files.length > 0

const never = (): boolean => false
const always = (): boolean => true

/** Every step, in the order in which the customer meets them: a new one is a line here and its name in messages. */
const steps: readonly Step[] = [
  { id: 'data_points', View: DataPointsStep, isShown: connects, isOpen: always, isDone: hasUser, canFinish: false },
  { id: 'keys', View: KeysStep, isShown: connects, isOpen: always, isDone: hasUser, canFinish: false },
  { id: 'sheet', View: SheetStep, isShown: connects, isOpen: hasUser, isDone: hasFile, canFinish: true },
  { id: 'live', View: LiveStep, isShown: connects, isOpen: hasUser, isDone: hasFile, canFinish: true },
  { id: 'file', View: FileStep, isShown: always, isOpen: hasUser, isDone: never, canFinish: true },
  { id: 'finish', View: FinishStep, isShown: always, isOpen: hasUser, isDone: never, canFinish: true },
]

export const shownSteps = (facts: Facts): readonly Step[] => steps.filter(({ isShown }) => isShown(facts))

/** Where somebody who comes (back) begins: at the first step that is not done. */
export const firstStep = (facts: Facts): StepId | undefined => {
  const shown = shownSteps(facts)
  return (shown.find(({ isDone }) => !isDone(facts)) ?? shown.at(-1))?.id
}
