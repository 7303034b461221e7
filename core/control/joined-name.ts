import { datasets } from '#core/files/datasets.ts'
import { namesManifest, namesPart } from '#core/files/file-name.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { Integration } from './integration.ts'
import { mappingNumbers, readMappingVersion } from './mapping-versions.ts'

type Named = Pick<Mapping, 'files' | 'joins' | 'manifest'>

/** Whether a mapping reads files of this name, or joins them with its own. */
const namesFiles = ({ joins = [], files }: Named, name: string): boolean =>
  joins.some((join) => namesPart(join.files, name)) || (files !== undefined && namesPart(files, name))

/** What a file of this name is by the mappings in use, where its name says nothing by itself. */
export const joinedAs = async (
  control: Pick<ControlStore, 'get'>,
  integration: Integration,
  name: string,
): Promise<'part' | 'manifest' | undefined> => {
  let joined: 'manifest' | undefined
  for (const dataset of datasets) {
    const { approved } = mappingNumbers(integration, dataset)
    const version = approved > 0 ? await readMappingVersion(control, integration.id, dataset, approved) : undefined
    if (!version) continue
    if (namesFiles(version.mapping, name)) return 'part'
    const { manifest } = version.mapping
    if (manifest !== undefined && namesManifest(manifest, name)) joined = 'manifest'
  }
  return joined
}
