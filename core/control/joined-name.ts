import { datasets } from '#core/files/datasets.ts'
import { namesPart } from '#core/files/file-name.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { Integration } from './integration.ts'
import { mappingNumbers, readMappingVersion } from './mapping-versions.ts'

/** Whether a mapping in use reads files of this name, or joins them with its own. */
export const isJoinedName = async (
  control: Pick<ControlStore, 'get'>,
  integration: Integration,
  name: string,
): Promise<boolean> => {
  for (const dataset of datasets) {
    const { approved } = mappingNumbers(integration, dataset)
    const version = approved > 0 ? await readMappingVersion(control, integration.id, dataset, approved) : undefined
    const { joins = [], files } = version?.mapping ?? {}
    const words = [...joins.map((join) => join.files), ...(files === undefined ? [] : [files])]
    if (words.some((word) => namesPart(word, name))) return true
  }
  return false
}
