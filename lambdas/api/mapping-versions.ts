import { type Answer, success } from '#core/api/answer.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import { DiffQuerySchema, RestoreSchema, VersionPathSchema } from '#core/api/endpoints/mappings.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import { mappingPartition } from '#core/control/keys.ts'
import { type MappingVersion, MappingVersionSchema } from '#core/control/mapping-version.ts'
import { putMapping, readMappingVersion } from '#core/control/mapping-versions.ts'
import { mappingChanges } from '#core/mapping/mapping-changes.ts'
import { signedVersion } from '../mapping/shown-version.ts'
import { authorOf } from './author-of.ts'
import { noSuchVersion, ofDataset, type Place } from './of-dataset.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const list = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, ({ integration, dataset }, request) =>
    showPage(ports, request, {
      query: { ...mappingPartition(integration.id, dataset), descending: true },
      schema: MappingVersionSchema,
      show: signedVersion,
    }),
  )

type Handle = (version: MappingVersion, place: Place, request: ApiRequest) => Promise<Answer<GeneralErrorCode>>

const read = ({ control }: ApiPorts, { integration, dataset }: Place, version: number) =>
  readMappingVersion(control, integration.id, dataset, version)

/** An endpoint about the version that its path names. */
const ofVersion = (ports: ApiPorts, handle: Handle): GeneralEndpoint =>
  ofDataset(ports, async (place, request) => {
    const input = parseInput(VersionPathSchema, request.path)
    if (input.kind === 'refused') return input
    const version = await read(ports, place, input.value.version)
    return version ? handle(version, place, request) : noSuchVersion(place.dataset)
  })

const show = (ports: ApiPorts): GeneralEndpoint => ofVersion(ports, async (version) => success(signedVersion(version)))

const nothingMapped = ({ dataset }: Place) => ({ dataset, id: { columns: [] }, fields: {} })

/** The first version differs from nothing in all that it maps. */
const diff = (ports: ApiPorts): GeneralEndpoint =>
  ofVersion(ports, async (after, place, { query }) => {
    const input = parseInput(DiffQuerySchema, query)
    if (input.kind === 'refused') return input
    const against = input.value.against ?? after.version - 1
    const before = against === 0 ? nothingMapped(place) : (await read(ports, place, against))?.mapping
    if (!before) return noSuchVersion(place.dataset)
    return success({ version: after.version, against, ...mappingChanges(before, after.mapping) })
  })

const restore = (ports: ApiPorts): GeneralEndpoint =>
  ofVersion(ports, async ({ mapping }, { integration, dataset }, { body, caller }) => {
    const input = parseBody(RestoreSchema, body)
    if (input.kind === 'refused') return input
    const signature = { who: authorOf(caller), note: input.value.reason }
    const latest = await putMapping(ports.control, integration, mapping, ports.system.clock(), 'put', signature)
    return success({ dataset, latest: signedVersion(latest) })
  })

const path = '/manage/integrations/{integration_id}/mappings/{dataset}/versions'

export const mappingVersionEndpoints = (ports: ApiPorts) => ({
  [`GET ${path}` as const]: list(ports),
  [`GET ${path}/{version}` as const]: show(ports),
  [`GET ${path}/{version}/diff` as const]: diff(ports),
  [`POST ${path}/{version}/restore` as const]: restore(ports),
})
