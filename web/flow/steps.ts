import { type ComponentType, lazy } from 'react'
import type { en } from '../messages/en.ts'
import type { Connection, LinkAnswer, Setup } from './api.ts'
import { type SetupStepId, stateOf } from './setup/setup.ts'
import { DataPointsStep } from './steps/data-points.tsx'

export type StepId = keyof typeof en.shell.steps

/** What decides which steps there are. */
export type Facts = {
  readonly link: LinkAnswer
  readonly connection: Connection
  /** undefined while there is no connection to set up. */
  readonly setup: Setup | undefined
}

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

/** The first step comes with the page, the others when they are looked at. */
const KeysStep = lazy(async () => ({ default: (await import('./steps/keys.tsx')).KeysStep }))
const SheetStep = lazy(async () => ({ default: (await import('./steps/sheet.tsx')).SheetStep }))
const LiveStep = lazy(async () => ({ default: (await import('./steps/live.tsx')).LiveStep }))
const FileStep = lazy(async () => ({ default: (await import('./steps/file.tsx')).FileStep }))
const FileMappingStep = lazy(async () => ({ default: (await import('./steps/file-mapping.tsx')).FileMappingStep }))
const FieldMappingStep = lazy(async () => ({ default: (await import('./steps/field-mapping.tsx')).FieldMappingStep }))
const FilteringStep = lazy(async () => ({ default: (await import('./steps/filtering.tsx')).FilteringStep }))
const FinishStep = lazy(async () => ({ default: (await import('./steps/finish.tsx')).FinishStep }))

const connects = ({ link }: Facts): boolean => link.kind !== 'setup'
const hasUser = ({ connection }: Facts): boolean => connection.integration_id !== null

const hasFile = ({ connection }: Facts): boolean => connection.files.length > 0

const never = (): boolean => false
const always = (): boolean => true

/** A step of the setup: there when the server says so, which knows what is enabled and whether there is anything to choose. */
const ofSetup = (id: SetupStepId, View: ComponentType): Step => ({
  id,
  View,
  isShown: ({ setup }) => stateOf(setup, id) !== undefined,
  isOpen: hasUser,
  isDone: ({ setup }) => stateOf(setup, id) === 'done',
  canFinish: true,
})

/** Every step, in the order in which the customer meets them: a new one is a line here and its name in messages. */
const steps: readonly Step[] = [
  { id: 'data_points', View: DataPointsStep, isShown: connects, isOpen: always, isDone: hasUser, canFinish: false },
  { id: 'keys', View: KeysStep, isShown: connects, isOpen: always, isDone: hasUser, canFinish: false },
  { id: 'sheet', View: SheetStep, isShown: connects, isOpen: hasUser, isDone: hasFile, canFinish: true },
  { id: 'live', View: LiveStep, isShown: connects, isOpen: hasUser, isDone: hasFile, canFinish: true },
  { id: 'file', View: FileStep, isShown: connects, isOpen: hasUser, isDone: never, canFinish: true },
  ofSetup('file_mapping', FileMappingStep),
  ofSetup('field_mapping', FieldMappingStep),
  ofSetup('filtering', FilteringStep),
  { id: 'finish', View: FinishStep, isShown: always, isOpen: hasUser, isDone: never, canFinish: true },
]

export const shownSteps = (facts: Facts): readonly Step[] => steps.filter(({ isShown }) => isShown(facts))

/** Where somebody who comes (back) begins: at the first step that is not done. */
export const firstStep = (facts: Facts): StepId | undefined => {
  const shown = shownSteps(facts)
  return (shown.find(({ isDone }) => !isDone(facts)) ?? shown.at(-1))?.id
}
