import * as v from 'valibot'

/** The unified models this deployment stores, in the order a sync writes them: what is embedded comes before what embeds it. */
export const modelIds = [
  'hris_legal_entities',
  'hris_locations',
  'hris_teams',
  'hris_absence_types',
  'hris_employments',
  'hris_time_off_balances',
  'hris_employees',
  'hris_absences',
  'hris_timesheets',
] as const

export const ModelIdSchema = v.picklist(modelIds)
export type ModelId = v.InferOutput<typeof ModelIdSchema>
