import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ApproveSchema, MappingPathSchema } from '#core/api/endpoints/mappings.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import type { Integration } from '#core/control/integration.ts'
import type { MappingVersion } from '#core/control/mapping-version.ts'
import { approveMapping, mappingNumbers, putMapping, readMappingVersion } from '#core/control/mapping-versions.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { targetFields } from '#core/mapping/fields.ts'
import { type Mapping, MappingSchema } from '#core/mapping/mapping.ts'
import { announceState } from '#core/webhooks/announcement.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

type Place = { readonly integration: Integration; readonly dataset: Dataset }

/** An endpoint about the dataset that its path names. */
const ofDataset = (
  { control }: ApiPorts,
  handle: (place: Place, body: string | undefined) => Promise<Answer<GeneralErrorCode>>,
): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(control, async (integration, { path, body }) => {
    const input = parseInput(MappingPathSchema, path)
    return input.kind === 'refused' ? input : handle({ integration, dataset: input.value.dataset }, body)
  })

const shown = (version: MappingVersion | undefined) =>
  version === undefined
    ? null
    : {
        version: version.version,
        origin: version.origin,
        created_at: new Date(version.createdAt).toISOString(),
        approved_at: version.approvedAt === null ? null : new Date(version.approvedAt).toISOString(),
        mapping: version.mapping,
      }

const show = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }) => {
    const numbers = mappingNumbers(integration, dataset)
    const read = (version: number) => readMappingVersion(ports.control, integration.id, dataset, version)
    const [latest, approved] = await Promise.all([read(numbers.latest), read(numbers.approved)])
    return success({ dataset, latest: shown(latest), approved: shown(approved) })
  })

const unknownFields = ({ dataset, fields }: Mapping): readonly string[] =>
  Object.keys(fields).filter((field) => !Object.hasOwn(targetFields[dataset], field))

const put = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }, body) => {
    const input = parseBody(MappingSchema, body)
    if (input.kind === 'refused') return input
    const mapping = input.value
    if (mapping.dataset !== dataset) {
      return refuse('PLATFORM.INPUT_INVALID', `The mapping is one of ${mapping.dataset}, but the path says ${dataset}.`)
    }
    const unknown = unknownFields(mapping)
    if (unknown.length > 0) {
      const message = `The mapping fills ${unknown.join(', ')}: ${dataset} have no such field.`
      return refuse('PLATFORM.INPUT_INVALID', message)
    }
    const version = await putMapping(ports.control, integration, mapping, ports.system.clock())
    return success({ dataset, latest: shown(version) })
  })

/** A new approval takes effect by a sync of its own: one that is running may have read the mapping before it. */
const approve = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }, body) => {
    const input = parseBody(ApproveSchema, body)
    if (input.kind === 'refused') return input
    const version = input.value.version ?? mappingNumbers(integration, dataset).latest
    const place = { integrationId: integration.id, dataset, version }
    const approved = await approveMapping(ports.control, place, ports.system.clock())
    if (!approved) {
      const message = `There is no such version of the mapping of ${dataset}. A first one is proposed when a file arrives.`
      return refuse('PLATFORM.INPUT_INVALID', message)
    }
    await announceState(ports, integration.id, ports.system.clock())
    const sync = await queueSync(ports, { integrationId: integration.id, reason: 'mapping' })
    return success({ dataset, approved: shown(approved), sync_id: sync.id })
  })

const path = '/manage/integrations/{integration_id}/mappings/{dataset}' as const

export const mappingEndpoints = (ports: ApiPorts) => ({
  [`GET ${path}` as const]: show(ports),
  [`PUT ${path}` as const]: put(ports),
  [`POST ${path}/approve` as const]: approve(ports),
})
