import * as v from 'valibot'
import { ScopeSettingSchema } from '#core/scope/scope.ts'
import { type Descriptions, moment, pageOf } from '../description.ts'

const maxPoints = 1_000
const maxReason = 1_000

const point = v.pipe(v.string(), v.maxLength(100))

export const ScopeInputSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  settings: v.pipe(
    v.record(point, ScopeSettingSchema),
    v.check((settings) => Object.keys(settings).length <= maxPoints, `at most ${maxPoints} data points`),
    v.description('Models (hris_absences) and fields (hris_employees.ssn). What is not named is ENABLED.'),
  ),
  required: v.pipe(
    v.optional(v.pipe(v.array(point), v.maxLength(maxPoints)), []),
    v.description('What a file must give before its mapping is approved for the first time.'),
  ),
})

export const AssignScopeSchema = v.strictObject({ scope_config_id: v.string() })

export const WaiverSchema = v.strictObject({
  data_point: point,
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxReason)),
})

const ShownSchema = v.object({
  id: v.string(),
  name: v.string(),
  settings: v.record(v.string(), ScopeSettingSchema),
  required: v.array(v.string()),
  created_at: v.nullable(moment),
  changed_at: v.nullable(moment),
})

const ListedSchema = v.object({
  ...ShownSchema.entries,
  integrations: v.pipe(v.number(), v.description('How many have it.')),
})

const IntegrationScopeSchema = v.object({
  scope_config: v.object({ id: v.string(), name: v.string() }),
  opted_out: v.array(v.string()),
  required: v.array(v.string()),
  waivers: v.array(v.object({ data_point: v.string(), reason: v.string(), waived_at: moment })),
})

export const scopeConfigDescriptions = {
  'GET /manage/scope-configs': {
    summary: 'Scope configurations: what may be stored',
    data: pageOf(ListedSchema),
  },
  'POST /manage/scope-configs': {
    summary: 'Make a scope configuration',
    body: ScopeInputSchema,
    data: ShownSchema,
    audit: 'scope-config.created',
  },
  'PUT /manage/scope-configs/{scope_config_id}': {
    summary: 'Change a scope configuration: every integration with it is synced',
    body: ScopeInputSchema,
    data: ShownSchema,
    audit: 'scope-config.changed',
  },
  'GET /manage/integrations/{integration_id}/scope': {
    summary: 'What an integration may store, and what its customer opted out of',
    data: IntegrationScopeSchema,
  },
  'PUT /manage/integrations/{integration_id}/scope': {
    summary: 'Give an integration another scope configuration',
    body: AssignScopeSchema,
    data: IntegrationScopeSchema,
    audit: 'integration.scope-changed',
  },
  'POST /manage/integrations/{integration_id}/waivers': {
    summary: 'Do without a required data point, and say why',
    body: WaiverSchema,
    data: IntegrationScopeSchema,
    audit: 'integration.data-point-waived',
  },
} as const satisfies Partial<Descriptions>
