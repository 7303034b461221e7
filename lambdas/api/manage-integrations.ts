import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { type ChangeIntegration, ChangeIntegrationSchema } from '#core/api/endpoints/manage-integrations.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { lookForAllFiles } from '#core/control/arrivals.ts'
import { updateDocument } from '#core/control/documents.ts'
import { changedWords, problemWithWords } from '#core/control/file-words.ts'
import {
  type Integration,
  IntegrationSchema,
  mappingApproverOf,
  openStepsOf,
  pgpOf,
  removalsApproverOf,
  timeZoneOf,
  withToggles,
} from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import type { Limit } from '#core/sync/limits.ts'
import { changedExpectations, changesExpectations } from './expected-files.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'
import { shownIntegration } from './shown-integration.ts'

const show = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, async (integration) => success(await shownIntegration(ports, integration)))

const orDefault = (wish: Limit | null | undefined, before: Limit | undefined): Limit | undefined =>
  wish === undefined ? before : (wish ?? undefined)

/** Limits of which nothing is said are the default. */
const changedLimits = ({ limits = {} }: Integration, wish: ChangeIntegration): NonNullable<Integration['limits']> => {
  const removals = orDefault(wish.removal_limit, limits.removals)
  const quarantine = orDefault(wish.quarantine_limit, limits.quarantine)
  const drift = orDefault(wish.drift_limit, limits.drift)
  const swaps = orDefault(wish.swap_limit, limits.swaps)
  return {
    ...(removals ? { removals } : {}),
    ...(quarantine ? { quarantine } : {}),
    ...(drift ? { drift } : {}),
    ...(swaps ? { swaps } : {}),
  }
}

type Now = { readonly isSetUp: boolean; readonly now: number }

const changed = (integration: Integration, wish: ChangeIntegration, { isSetUp, now }: Now): Integration => {
  const { limits: _, expectedFile: __, cadences: ___, calendar: ____, ...rest } = integration
  const limits = changedLimits(integration, wish)
  const toggles = {
    enableFieldMapping: wish.enable_field_mapping ?? integration.enableFieldMapping,
    enableFiltering: wish.enable_filtering ?? integration.enableFiltering,
  }
  return {
    ...withToggles(rest, toggles, isSetUp),
    mappingApprover: wish.mapping_approver ?? mappingApproverOf(integration),
    removalsApprover: wish.removals_approver ?? removalsApproverOf(integration),
    pgp: wish.pgp ?? pgpOf(integration),
    timeZone: wish.time_zone ?? timeZoneOf(integration),
    hidesTerminations: wish.hide_future_terminations ?? integration.hidesTerminations ?? false,
    resultFiles: wish.result_files ?? integration.resultFiles ?? false,
    ...(wish.file_names ? { fileWords: changedWords(integration, wish.file_names) } : {}),
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...changedExpectations(integration, wish, now),
  }
}

/** Another time zone may make another day today, who is to leave may be shown or hidden, and files may have waited for a step that is no longer asked: a sync sees to all of it. */
const change = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(ChangeIntegrationSchema, body)
    if (input.kind === 'refused') return input
    const problem =
      input.value.file_names && (await problemWithWords(ports.control, integration, input.value.file_names))
    if (problem !== undefined) return refuse('PLATFORM.INPUT_INVALID', problem)
    const { step } = await setupOf(ports.control, integration)
    const now = ports.system.clock()
    const after = await updateDocument(ports.control, integrationKey(integration.id), IntegrationSchema, (each) =>
      changed(each, input.value, { isSetUp: step === 'ready', now }),
    )
    const settled = after ?? integration
    if (changesExpectations(input.value)) await lookForAllFiles(ports.control, integration.id, now)
    const [before, hidesNow] = [integration.hidesTerminations ?? false, settled.hidesTerminations ?? false]
    if (timeZoneOf(settled) !== timeZoneOf(integration) || hidesNow !== before)
      await queueSync(ports, { integrationId: integration.id, reason: 'due' })
    if (openStepsOf(integration).length > 0 && openStepsOf(settled).length === 0)
      await queueSync(ports, { integrationId: integration.id, reason: 'mapping' })
    return success(await shownIntegration(ports, settled))
  })

export const manageIntegrationEndpoints = (ports: ApiPorts) => ({
  'GET /manage/integrations/{integration_id}': show(ports),
  'PATCH /manage/integrations/{integration_id}': change(ports),
})
