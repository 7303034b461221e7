import * as v from 'valibot'

/** The groups of settings, in their order. */
export const settingsParts = ['setup', 'keys', 'files', 'expected', 'guards', 'contacts', 'scope', 'danger'] as const
export type SettingsPart = (typeof settingsParts)[number]

export const SettingsSearchSchema = v.object({ part: v.fallback(v.optional(v.picklist(settingsParts)), undefined) })
