import { datasets } from '#core/files/datasets.ts'
import { namesPart } from '#core/files/file-name.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { Integration } from './integration.ts'
import { mappingNumbers, readMappingVersion } from './mapping-versions.ts'

/** Whether a mapping in use joins files of this name with its own. */
export const isJoinedName = async (
  control: Pick<ControlStore, 'get'>,
  integration: Integration,
  name: string,
): Promise<boolean> => {
  for (const dataset of datasets) {
    const { approved } = mappingNumbers(integration, dataset)
    const version = approved > 0 ? await readMappingVersion(control, integration.id, dataset, approved) : undefined
    if (version?.mapping.joins?.some(({ files }) => namesPart(files, name))) return true
  }
  return false
}
