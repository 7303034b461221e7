import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ApproveSchema } from '#core/api/endpoints/mappings.ts'
import { parseBody } from '#core/api/input.ts'
import { mappingApproverOf } from '#core/control/integration.ts'
import type { MappingVersion } from '#core/control/mapping-version.ts'
import { mappingNumbers, putMapping, readMappingVersion } from '#core/control/mapping-versions.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { approveVersion } from '../mapping/approve-version.ts'
import { signedVersion } from '../mapping/shown-version.ts'
import { problemWith } from '../mapping/store-mapping.ts'
import { authorOf } from './author-of.ts'
import { noSuchVersion, ofDataset, type Place } from './of-dataset.ts'
import type { ApiPorts } from './ports.ts'

const shown = (version: MappingVersion | undefined) => (version ? signedVersion(version) : null)

/** The mappings of a dataset as they stand. */
export const shownMappings = async ({ control }: Pick<ApiPorts, 'control'>, { integration, dataset }: Place) => {
  const numbers = mappingNumbers(integration, dataset)
  const read = (version: number) => readMappingVersion(control, integration.id, dataset, version)
  const [latest, approved] = await Promise.all([read(numbers.latest), read(numbers.approved)])
  return { dataset, latest: shown(latest), approved: shown(approved), approver: mappingApproverOf(integration) }
}

const show = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async (place) => success(await shownMappings(ports, place)))

const put = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }, { body, caller }) => {
    const input = parseBody(MappingSchema, body)
    if (input.kind === 'refused') return input
    const problem = await problemWith(ports, input.value, { dataset, integration })
    if (problem !== undefined) return refuse('PLATFORM.INPUT_INVALID', problem)
    const signature = { who: authorOf(caller) }
    const version = await putMapping(ports.control, integration, input.value, ports.system.clock(), 'put', signature)
    return success({ dataset, latest: shown(version) })
  })

const missing = (points: readonly string[]) =>
  refuse(
    'PLATFORM.INPUT_INVALID',
    `The mapping does not fill ${points.join(', ')}, which is required. Have the columns added to the export and map them, or waive them with a reason (POST /manage/integrations/{id}/waivers).`,
  )

const approve = (ports: ApiPorts): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }, { body, caller }) => {
    const input = parseBody(ApproveSchema, body)
    if (input.kind === 'refused') return input
    const { revision, reason: note, version = mappingNumbers(integration, dataset).latest } = input.value
    const signature = { who: authorOf(caller), note }
    const approval = await approveVersion(ports, { integration, dataset, version, revision, signature })
    if (approval.kind === 'missing-points') return missing(approval.points)
    if (approval.kind === 'names-taken') return refuse('PLATFORM.INPUT_INVALID', approval.problem)
    if (approval.kind === 'no-such-version') return noSuchVersion(dataset)
    return success({ dataset, approved: shown(approval.version), sync_id: approval.sync.id })
  })

const path = '/manage/integrations/{integration_id}/mappings/{dataset}' as const

export const mappingEndpoints = (ports: ApiPorts) => ({
  [`GET ${path}` as const]: show(ports),
  [`PUT ${path}` as const]: put(ports),
  [`POST ${path}/approve` as const]: approve(ports),
})
