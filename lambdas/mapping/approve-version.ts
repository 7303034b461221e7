import { readConfiguration } from '#core/control/configuration.ts'
import { wordsTaken } from '#core/control/file-words.ts'
import type { Integration } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import type { MappingVersion, Signature } from '#core/control/mapping-version.ts'
import { approveMapping, mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { dropPointlessSteps } from '#core/control/setup-steps.ts'
import type { Sync } from '#core/control/sync.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { missingPoints } from '#core/scope/required-points.ts'
import { announceState } from '#core/webhooks/announcement.ts'
import type { MappingPorts } from './ports.ts'

type Approval =
  | { readonly kind: 'approved'; readonly version: MappingVersion; readonly sync: Sync }
  | { readonly kind: 'missing-points'; readonly points: readonly string[] }
  | { readonly kind: 'names-taken'; readonly problem: string }
  | { readonly kind: 'no-such-version' }

type Place = {
  readonly integration: Integration
  readonly dataset: Dataset
  readonly version: number
  /** The one that somebody looked at; without it, whichever there is. */
  readonly revision?: number | undefined
  readonly signature?: Signature
}

/** The first approval opens the integration's data: what the vendor needs must be there, or be waived. */
const missingOf = async (
  { control, system }: Pick<MappingPorts, 'control' | 'system'>,
  { integration, dataset }: Place,
  mapping: Mapping,
) => {
  if (mappingNumbers(integration, dataset).approved > 0) return []
  const { required } = await readConfiguration(control, integration, system.clock())
  return missingPoints(mapping, required)
}

/** A new approval takes effect by a sync of its own: one that is running may have read the mapping before it. */
export const approveVersion = async (ports: Omit<MappingPorts, 'archive'>, place: Place): Promise<Approval> => {
  const { control, system } = ports
  const { integration, dataset, version, revision, signature } = place
  const stored = await readMappingVersion(control, integration.id, dataset, version)
  if (!stored) return { kind: 'no-such-version' }
  // Words may have been given to the integration since the version was stored.
  const problem = wordsTaken(integration, stored.mapping)
  if (problem !== undefined) return { kind: 'names-taken', problem }
  const points = await missingOf(ports, place, stored.mapping)
  if (points.length > 0) return { kind: 'missing-points', points }
  const named = { integrationId: integration.id, dataset, version, ...(revision === undefined ? {} : { revision }) }
  const approved = await approveMapping(control, named, system.clock(), signature)
  if (!approved) return { kind: 'no-such-version' }
  const current = await readIntegration(control, integration.id)
  if (current) await dropPointlessSteps(control, current)
  await announceState(ports, integration.id, system.clock())
  const sync = await queueSync(ports, { integrationId: integration.id, reason: 'mapping' })
  return { kind: 'approved', version: approved, sync }
}
