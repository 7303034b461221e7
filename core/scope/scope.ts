import * as v from 'valibot'

const scopeSettings = ['ENABLED', 'OPTIONAL', 'DISABLED'] as const
export const ScopeSettingSchema = v.picklist(scopeSettings)
export type ScopeSetting = v.InferOutput<typeof ScopeSettingSchema>

/**
 * What of an integration's data may be stored. A data point is a model (`hris_absences`) or one of its fields (`hris_employees.ssn`).
 * What `settings` does not name is ENABLED.
 */
export type Scope = {
  readonly settings: Readonly<Record<string, ScopeSetting>>
  /** OPTIONAL data points that the customer does not want to share. */
  readonly optedOut: readonly string[]
}

export const settingOf = ({ settings }: Pick<Scope, 'settings'>, point: string): ScopeSetting =>
  (Object.hasOwn(settings, point) ? settings[point] : undefined) ?? 'ENABLED'

export const modelOf = (point: string): string => point.split('.')[0] ?? point

const isSwitchedOff = (scope: Scope, point: string): boolean => {
  const setting = settingOf(scope, point)
  return setting === 'DISABLED' || (setting === 'OPTIONAL' && scope.optedOut.includes(point))
}

/** Models that say nothing without another: a balance must show its type. */
const neededBy: Readonly<Record<string, string>> = { hris_time_off_balances: 'hris_absence_types' }

/** Whether a data point may not be stored: itself, its whole model, or what that cannot be without is turned off. */
export const isOff = (scope: Scope, point: string): boolean => {
  const model = modelOf(point)
  return [point, model, neededBy[model] ?? model].some((each) => isSwitchedOff(scope, each))
}

/** Every data point that is turned off, sorted. */
export const offPoints = (scope: Scope): readonly string[] =>
  Object.keys(scope.settings)
    .filter((point) => isSwitchedOff(scope, point))
    .sort()
