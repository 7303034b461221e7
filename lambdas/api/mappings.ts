import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ApproveSchema } from '#core/api/endpoints/mappings.ts'
import { parseBody } from '#core/api/input.ts'
import { readConfiguration } from '#core/control/configuration.ts'
import { type CustomField, customFieldsOf, readCustomFields } from '#core/control/custom-field.ts'
import type { MappingVersion } from '#core/control/mapping-version.ts'
import { approveMapping, mappingNumbers, putMapping, readMappingVersion } from '#core/control/mapping-versions.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { customFieldKeyOf } from '#core/mapping/added-fields.ts'
import { targetFields } from '#core/mapping/fields.ts'
import { type Mapping, MappingSchema } from '#core/mapping/mapping.ts'
import { missingPoints } from '#core/scope/required-points.ts'
import { announceState } from '#core/webhooks/announcement.ts'
import { noSuchVersion, ofDataset, type Place, shownVersion } from './of-dataset.ts'
import type { ApiPorts } from './ports.ts'

const shown = (version: MappingVersion | undefined) => (version ? shownVersion(version) : null)

const show = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }) => {
    const numbers = mappingNumbers(integration, dataset)
    const read = (version: number) => readMappingVersion(ports.control, integration.id, dataset, version)
    const [latest, approved] = await Promise.all([read(numbers.latest), read(numbers.approved)])
    return success({ dataset, latest: shown(latest), approved: shown(approved) })
  })

const unknownFields = ({ dataset, fields }: Mapping, custom: readonly CustomField[]): readonly string[] =>
  Object.keys(fields).filter((field) => {
    const key = customFieldKeyOf(field)
    return key === undefined ? !Object.hasOwn(targetFields[dataset], field) : !custom.some((each) => each.key === key)
  })

/** Documents of the control table end at 400 KB. */
const maxMappingBytes = 300_000

/** Why a mapping cannot be stored, in a sentence. */
const problemWith = (mapping: Mapping, dataset: Dataset, custom: readonly CustomField[]): string | undefined => {
  if (mapping.dataset !== dataset) return `The mapping is one of ${mapping.dataset}, but the path says ${dataset}.`
  const unknown = unknownFields(mapping, custom)
  if (unknown.length > 0) return `The mapping fills ${unknown.join(', ')}: ${dataset} have no such field.`
  const bytes = Buffer.byteLength(JSON.stringify(mapping))
  return bytes > maxMappingBytes
    ? `The mapping has ${bytes} bytes; at most ${maxMappingBytes} can be stored. Shorten its value tables.`
    : undefined
}

const put = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }, { body }) => {
    const input = parseBody(MappingSchema, body)
    if (input.kind === 'refused') return input
    const custom = customFieldsOf(await readCustomFields(ports.control), datasetTraits[dataset].model)
    const problem = problemWith(input.value, dataset, custom)
    if (problem !== undefined) return refuse('PLATFORM.INPUT_INVALID', problem)
    const version = await putMapping(ports.control, integration, input.value, ports.system.clock())
    return success({ dataset, latest: shown(version) })
  })

/** The first approval opens the integration's data: what the vendor needs must be there, or be waived. */
const missingOf = async ({ control, system }: ApiPorts, { integration, dataset }: Place, version: number) => {
  if (mappingNumbers(integration, dataset).approved > 0) return []
  const stored = await readMappingVersion(control, integration.id, dataset, version)
  const { required } = await readConfiguration(control, integration, system.clock())
  return stored ? missingPoints(stored.mapping, required) : []
}

/** A new approval takes effect by a sync of its own: one that is running may have read the mapping before it. */
const approve = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }, { body }) => {
    const input = parseBody(ApproveSchema, body)
    if (input.kind === 'refused') return input
    const version = input.value.version ?? mappingNumbers(integration, dataset).latest
    const missing = await missingOf(ports, { integration, dataset }, version)
    if (missing.length > 0) {
      const message = `The mapping does not fill ${missing.join(', ')}, which is required. Have the columns added to the export and map them, or waive them with a reason (POST /manage/integrations/{id}/waivers).`
      return refuse('PLATFORM.INPUT_INVALID', message)
    }
    const place = { integrationId: integration.id, dataset, version }
    const approved = await approveMapping(ports.control, place, ports.system.clock())
    if (!approved) return noSuchVersion(dataset)
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
