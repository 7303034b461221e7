import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { AssignScopeSchema, ScopeInputSchema, WaiverSchema } from '#core/api/endpoints/scope-configs.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, integrationPartition, scopeConfigKey, scopeConfigPartition } from '#core/control/keys.ts'
import { queueSyncsOfScope, reconfigure } from '#core/control/reconfigure.ts'
import {
  defaultScopeConfigId,
  readScopeConfig,
  type ScopeConfig,
  ScopeConfigSchema,
  scopeOfIntegration,
} from '#core/control/scope-config.ts'
import { newId } from '#core/ids/base58.ts'
import { scopeMistakes } from '#core/scope/check-scope.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

const isoUnlessBuiltIn = (moment: number): string | null => (moment === 0 ? null : isoTime(moment))

const shown = ({ id, name, settings, required, createdAt, changedAt }: ScopeConfig) => ({
  id,
  name,
  settings,
  required,
  created_at: isoUnlessBuiltIn(createdAt),
  changed_at: isoUnlessBuiltIn(changedAt),
})

const unknownScopeConfig = (id: string) =>
  refuse('PLATFORM.INPUT_INVALID', `scope_config_id: there is no scope config "${id}".`)

const parseScope = (body: string | undefined) => {
  const input = parseBody(ScopeInputSchema, body)
  if (input.kind === 'refused') return input
  const mistakes = scopeMistakes(input.value)
  return mistakes.length === 0 ? input : refuse('PLATFORM.INPUT_INVALID', mistakes.join(' '))
}

/** How many integrations have each configuration. */
const countUses = async (control: ApiPorts['control']): Promise<ReadonlyMap<string, number>> => {
  const uses = new Map<string, number>()
  for await (const { status, scopeConfigId } of listDocuments(
    control,
    { pk: integrationPartition },
    IntegrationSchema,
  )) {
    const id = scopeConfigId ?? defaultScopeConfigId
    if (status !== 'DELETING') uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return uses
}

const list =
  ({ control }: ApiPorts): GeneralEndpoint =>
  async () => {
    const stored = await Array.fromAsync(listDocuments(control, { pk: scopeConfigPartition }, ScopeConfigSchema))
    const standard = await readScopeConfig(control, defaultScopeConfigId)
    const others = stored.filter(({ id }) => id !== defaultScopeConfigId)
    const uses = await countUses(control)
    const results = [...(standard ? [standard] : []), ...others].map((config) => ({
      ...shown(config),
      integrations: uses.get(config.id) ?? 0,
    }))
    return success({ next: null, results })
  }

const create =
  ({ control, system }: ApiPorts): GeneralEndpoint =>
  async ({ body }) => {
    const input = parseScope(body)
    if (input.kind === 'refused') return input
    const now = system.clock()
    const config: ScopeConfig = { ...input.value, id: newId(system.random), createdAt: now, changedAt: now }
    await control.create(scopeConfigKey(config.id), config)
    return success(shown(config))
  }

/** Every integration with it is synced: what is off now goes, what is on again comes back from the archived files. */
const change =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ path, body }) => {
    const id = path.scope_config_id ?? ''
    const before = await readScopeConfig(ports.control, id)
    if (!before) return unknownScopeConfig(id)
    const input = parseScope(body)
    if (input.kind === 'refused') return input
    const config: ScopeConfig = { ...before, ...input.value, changedAt: ports.system.clock() }
    const key = scopeConfigKey(id)
    if (!(await ports.control.create(key, config)))
      await updateDocument(ports.control, key, ScopeConfigSchema, () => config)
    await queueSyncsOfScope(ports, id)
    return success(shown(config))
  }

const scopeOf = async ({ control }: ApiPorts, integration: Integration) => {
  const { config, scope } = await scopeOfIntegration(control, integration)
  return success({
    scope_config: { id: config.id, name: config.name },
    opted_out: scope.optedOut,
    required: config.required,
    waivers: (integration.waivers ?? []).map(({ dataPoint, reason, waivedAt }) => ({
      data_point: dataPoint,
      reason,
      waived_at: isoTime(waivedAt),
    })),
  })
}

const show = (ports: ApiPorts): GeneralEndpoint => ofPath(ports.control, (integration) => scopeOf(ports, integration))

const assign = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(AssignScopeSchema, body)
    if (input.kind === 'refused') return input
    const { scope_config_id: scopeConfigId } = input.value
    if (!(await readScopeConfig(ports.control, scopeConfigId))) return unknownScopeConfig(scopeConfigId)
    const changed = await reconfigure(ports, integration.id, 'scope', (each) => ({ ...each, scopeConfigId }))
    return scopeOf(ports, changed ?? integration)
  })

const waive = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(WaiverSchema, body)
    if (input.kind === 'refused') return input
    const { data_point: dataPoint, reason } = input.value
    const { config } = await scopeOfIntegration(ports.control, integration)
    if (!config.required.includes(dataPoint))
      return refuse('PLATFORM.INPUT_INVALID', `${dataPoint} is not required of this integration.`)
    const waiver = { dataPoint, reason, waivedAt: ports.system.clock() }
    const changed = await updateDocument(ports.control, integrationKey(integration.id), IntegrationSchema, (each) => ({
      ...each,
      waivers: [...(each.waivers ?? []).filter((other) => other.dataPoint !== dataPoint), waiver],
    }))
    return scopeOf(ports, changed ?? integration)
  })

export const scopeConfigEndpoints = (ports: ApiPorts) => ({
  'GET /manage/scope-configs': list(ports),
  'POST /manage/scope-configs': create(ports),
  'PUT /manage/scope-configs/{scope_config_id}': change(ports),
  'GET /manage/integrations/{integration_id}/scope': show(ports),
  'PUT /manage/integrations/{integration_id}/scope': assign(ports),
  'POST /manage/integrations/{integration_id}/waivers': waive(ports),
})
