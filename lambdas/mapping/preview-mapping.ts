import { readConfiguration } from '#core/control/configuration.ts'
import { readDocument } from '#core/control/documents.ts'
import { type Integration, limitsOf } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { datasets } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { contentHash } from '../runtime/system.ts'
import { employeeSetAfter } from '../sync/employee-set.ts'
import { fileAwaited } from '../sync/file-awaited.ts'
import { findParts } from '../sync/find-parts.ts'
import { openIdentities } from '../sync/open-identities.ts'
import { openProducers } from '../sync/open-producers.ts'
import { type RebuildResult, rebuildFromFile, type SourceFile } from '../sync/rebuild-file.ts'
import { memoryScratch } from './memory-scratch.ts'
import type { MappingPorts } from './ports.ts'

type Ports = Pick<MappingPorts, 'control' | 'archive' | 'decode' | 'system'>

/** Everything a sync of the file would start from. */
const inputOf = async (ports: Ports, integration: Integration, mapping: Mapping, file: SourceFile) => {
  const { dataset } = mapping
  const state = await readDocument(ports.control, stateKey(integration.id), IntegrationStateSchema)
  const { control, system, archive } = ports
  const found = datasets.map((each) => ({ dataset: each, committed: state?.datasets[each] }))
  const producers = openProducers({ archive, contentHash }, found)
  const unknown = new Set<string>()
  const { rules } = await readConfiguration(control, integration, system.clock())
  const ofEmployees = state?.datasets.employees
  const identities = await openIdentities(control, integration, ofEmployees)
  const employees = employeeSetAfter({ archive }, ofEmployees, null, identities.history)
  return {
    integrationId: integration.id,
    dataset,
    file,
    mapping,
    base: await producers.committed(dataset),
    others: await producers.others(dataset, unknown),
    aliases: await producers.aliases(dataset),
    afresh: true,
    identities: identities.of(dataset, employees),
    employees: await employees.ids(),
    rules: rules(dataset),
    limits: limitsOf(integration),
    unknown,
  }
}

/** What a sync of the file under this mapping would come to. Nothing is written. */
export const previewMapping = async (
  ports: Ports,
  integration: Integration,
  mapping: Mapping,
  file: SourceFile,
): Promise<RebuildResult> => {
  const { parts, awaited } = await findParts(ports, integration.id, mapping.joins ?? [])
  if (awaited.length > 0) return { kind: 'refused', issues: [fileAwaited(mapping.dataset, awaited)] }
  const room = { keyedHash: ports.system.hash, contentHash, openScratch: memoryScratch }
  return rebuildFromFile(room, await inputOf(ports, integration, mapping, { ...file, parts }))
}
