import { readConfiguration } from '#core/control/configuration.ts'
import { readDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { contentHash } from '../runtime/system.ts'
import { employeeSetAfter } from '../sync/employee-set.ts'
import { readManifest } from '../sync/manifest-file.ts'
import { type RebuildResult, rebuildFromFile, type SourceFile } from '../sync/rebuild-file.ts'
import { memoryScratch } from './memory-scratch.ts'
import type { MappingPorts } from './ports.ts'

type Ports = Pick<MappingPorts, 'control' | 'archive' | 'system'>

/** Everything a sync of the file would start from. */
const inputOf = async (ports: Ports, integration: Integration, mapping: Mapping, file: SourceFile) => {
  const { dataset } = mapping
  const state = await readDocument(ports.control, stateKey(integration.id), IntegrationStateSchema)
  const committed = state?.datasets[dataset]
  const { control, system, archive } = ports
  const { rules } = await readConfiguration(control, integration, system.clock())
  return {
    integrationId: integration.id,
    dataset,
    file,
    mapping,
    base: committed ? await readManifest(archive, committed.manifest, dataset) : emptyManifest,
    afresh: true,
    employees: await employeeSetAfter({ archive }, state?.datasets.employees, null).ids(),
    rules: rules(dataset),
    ...(integration.removalLimit ? { removalLimit: integration.removalLimit } : {}),
    unknown: new Set<string>(),
  }
}

/** What a sync of the file under this mapping would come to. Nothing is written. */
export const previewMapping = async (
  ports: Ports,
  integration: Integration,
  mapping: Mapping,
  file: SourceFile,
): Promise<RebuildResult> => {
  const room = { keyedHash: ports.system.hash, contentHash, openScratch: memoryScratch }
  return rebuildFromFile(room, await inputOf(ports, integration, mapping, file))
}
