import { useState } from 'react'
import { coverage } from '#core/api/coverage.ts'
import { scopeMistakes } from '#core/scope/check-scope.ts'
import { modelOf, type ScopeSetting, settingOf } from '#core/scope/scope.ts'
import type { ScopeConfig } from '../answers.ts'

type Draft = Pick<ScopeConfig, 'name' | 'settings' | 'required'>

/** Records could not be told apart without it. */
export const isLocked = (point: string): boolean =>
  scopeMistakes({ settings: { [point]: 'DISABLED' }, required: [] }).length > 0

/** What every file of a dataset gives is not to be asked for. */
export const mayBeRequired = ({ settings }: Draft, point: string): boolean =>
  point.includes('.') &&
  settingOf({ settings }, point) === 'ENABLED' &&
  settingOf({ settings }, modelOf(point)) === 'ENABLED'

/** The model itself, and its fields. */
export const pointsOf = (model: keyof typeof coverage): readonly string[] => [
  model,
  ...coverage[model].fields.map((field) => `${model}.${field}`),
]

/** What is ENABLED need not be said. */
const without = (settings: Draft['settings'], point: string): Draft['settings'] =>
  Object.fromEntries(Object.entries(settings).filter(([each]) => each !== point))

const withSetting = (draft: Draft, point: string, setting: ScopeSetting): Draft => {
  const rest = without(draft.settings, point)
  const settings = setting === 'ENABLED' ? rest : { ...rest, [point]: setting }
  return { ...draft, settings, required: draft.required.filter((each) => mayBeRequired({ ...draft, settings }, each)) }
}

const sorted = (draft: Draft): string =>
  JSON.stringify([draft.name, Object.entries(draft.settings).toSorted(), draft.required.toSorted()])

/** What somebody makes of a configuration before it is saved. */
export const useScopeDraft = ({ name, settings, required }: ScopeConfig) => {
  const saved: Draft = { name, settings, required }
  const [draft, setDraft] = useState(saved)
  return {
    draft,
    isChanged: sorted(draft) !== sorted(saved),
    rename: (to: string) => setDraft({ ...draft, name: to }),
    put: (point: string, setting: ScopeSetting) => setDraft(withSetting(draft, point, setting)),
    require: (point: string, isRequired: boolean) => {
      const others = draft.required.filter((each) => each !== point)
      setDraft({ ...draft, required: isRequired ? [...others, point] : others })
    },
    discard: () => setDraft(saved),
  }
}
export type ScopeDraft = ReturnType<typeof useScopeDraft>
