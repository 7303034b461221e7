import { type Dataset, datasets } from '#core/files/datasets.ts'
import { namesManifest, namesPart } from '#core/files/file-name.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { ExportFile } from './file.ts'
import type { Integration } from './integration.ts'
import { mappingNumbers, readMappingVersion } from './mapping-versions.ts'

export type Named = Pick<Mapping, 'files' | 'joins' | 'manifest'>

/** Whether a mapping reads files of this name, or joins them with its own. */
const namesFiles = ({ joins = [], files }: Named, name: string): boolean =>
  joins.some((join) => namesPart(join.files, name)) || (files !== undefined && namesPart(files, name))

type Ports = Pick<ControlStore, 'get'>

export const mappingInUse = async (
  control: Ports,
  integration: Integration,
  dataset: Dataset,
): Promise<Named | undefined> => {
  const { approved } = mappingNumbers(integration, dataset)
  return approved > 0 ? (await readMappingVersion(control, integration.id, dataset, approved))?.mapping : undefined
}

const waitsFor = ({ manifest }: Named, name: string): boolean => manifest !== undefined && namesManifest(manifest, name)

/** What a file of this name is by the mappings in use, where its name says nothing by itself. */
export const joinedAs = async (
  control: Ports,
  integration: Integration,
  name: string,
): Promise<'part' | 'manifest' | undefined> => {
  let joined: 'manifest' | undefined
  for (const dataset of datasets) {
    const mapping = await mappingInUse(control, integration, dataset)
    if (mapping && namesFiles(mapping, name)) return 'part'
    if (mapping && waitsFor(mapping, name)) joined = 'manifest'
  }
  return joined
}

/** Whether some dataset waits for manifests, which may list any file. */
export const waitsForManifests = async (control: Ports, integration: Integration): Promise<boolean> => {
  const mappings = await Promise.all(datasets.map((dataset) => mappingInUse(control, integration, dataset)))
  return mappings.some((mapping) => mapping?.manifest !== undefined)
}

/** The datasets that have come once this file has: that of a main file, unless it waits for a manifest; all that wait for a manifest. */
export const cameWith = async (
  control: Ports,
  integration: Integration,
  { dataset, kind, name }: Pick<ExportFile, 'dataset' | 'kind' | 'name'>,
): Promise<readonly Dataset[]> => {
  if (dataset) return (await mappingInUse(control, integration, dataset))?.manifest === undefined ? [dataset] : []
  if (kind !== 'manifest') return []
  const mappings = await Promise.all(datasets.map((each) => mappingInUse(control, integration, each)))
  return datasets.filter((_, index) => {
    const mapping = mappings[index]
    return mapping !== undefined && waitsFor(mapping, name)
  })
}
