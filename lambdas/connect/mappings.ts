import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { ApiRequest, FlowEndpoint } from '#core/api/endpoint.ts'
import { FlowApproveSchema, FlowDatasetSchema, PutMappingSchema } from '#core/api/endpoints/flow-mappings.ts'
import type { FlowErrorCode } from '#core/api/errors.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import { type Integration, mappingApproverOf } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { mappingNumbers, readMappingVersion, saveMapping } from '#core/control/mapping-versions.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { approveVersion } from '../mapping/approve-version.ts'
import { shownVersion } from '../mapping/shown-version.ts'
import { problemWith } from '../mapping/store-mapping.ts'
import { whoIs } from './audited.ts'
import type { Visitor } from './opened.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

type Handle = (
  integration: Integration,
  dataset: Dataset,
  request: ApiRequest,
  visitor: Visitor,
) => Promise<Answer<FlowErrorCode>>

/** An endpoint about the dataset that its path names. */
export const ofFlowDataset = (ports: ConnectPorts, handle: Handle): FlowEndpoint =>
  ofConnection(ports, async (integration, request, visitor) => {
    const input = parseInput(FlowDatasetSchema, request.path)
    return input.kind === 'refused' ? input : handle(integration, input.value.dataset, request, visitor)
  })

const shown = async ({ control }: ConnectPorts, integration: Integration, dataset: Dataset) => {
  const numbers = mappingNumbers(integration, dataset)
  const read = async (version: number) => {
    const stored = await readMappingVersion(control, integration.id, dataset, version)
    return stored ? shownVersion(stored) : null
  }
  const [latest, approved] = await Promise.all([read(numbers.latest), read(numbers.approved)])
  return success({ dataset, latest, approved, approver: mappingApproverOf(integration) })
}

/** What stands after a change of this request. */
const shownNow = async (ports: ConnectPorts, before: Integration, dataset: Dataset) =>
  shown(ports, (await readIntegration(ports.control, before.id)) ?? before, dataset)

const changedMeanwhile = refuse(
  'FLOW.CHANGED_MEANWHILE',
  'Somebody else stored a mapping after this window had loaded it. Look at theirs, and enter your change again.',
)

const leftToVendor = refuse(
  'FLOW.NOT_PERMITTED',
  'The mapping of this connection is approved by the vendor: store it, and they look at it.',
)

const missing = (points: readonly string[]) =>
  refuse(
    'PLATFORM.INPUT_INVALID',
    `The mapping does not fill ${points.join(', ')}, which the vendor needs. Add the columns to the export and map them, or ask the vendor to do without.`,
  )

export const showMapping = (ports: ConnectPorts): FlowEndpoint =>
  ofFlowDataset(ports, (integration, dataset) => shown(ports, integration, dataset))

/** Nothing goes live by it: the latest version is a draft until it is approved. */
export const storeMapping = (ports: ConnectPorts): FlowEndpoint =>
  ofFlowDataset(ports, async (integration, dataset, { body }, visitor) => {
    const input = parseBody(PutMappingSchema, body)
    if (input.kind === 'refused') return input
    const { mapping, based_on: version, revision } = input.value
    const problem = await problemWith(ports, mapping, { dataset, integration })
    if (problem !== undefined) return refuse('PLATFORM.INPUT_INVALID', problem)
    const seen = { version, revision }
    const signature = { who: whoIs(visitor) }
    const stored = await saveMapping(ports.control, integration, mapping, seen, ports.system.clock(), signature)
    return stored ? shownNow(ports, integration, dataset) : changedMeanwhile
  })

export const approveByCustomer = (ports: ConnectPorts): FlowEndpoint =>
  ofFlowDataset(ports, async (integration, dataset, { body }, visitor) => {
    if (mappingApproverOf(integration) !== 'customer') return leftToVendor
    const input = parseBody(FlowApproveSchema, body)
    if (input.kind === 'refused') return input
    const { version, revision } = input.value
    // What was approved must be what the window showed, not what another window has stored since.
    if (version !== mappingNumbers(integration, dataset).latest) return changedMeanwhile
    const place = { integration, dataset, version, revision, signature: { who: whoIs(visitor) } }
    const approval = await approveVersion(ports, place)
    if (approval.kind === 'missing-points') return missing(approval.points)
    if (approval.kind === 'names-taken') return refuse('PLATFORM.INPUT_INVALID', approval.problem)
    if (approval.kind === 'no-such-version') return changedMeanwhile
    return shownNow(ports, integration, dataset)
  })
