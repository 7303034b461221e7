import { readConfiguration } from '#core/control/configuration.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { filePartition } from '#core/control/keys.ts'
import { readMappingVersion } from '#core/control/mapping-versions.ts'
import type { IntegrationState } from '#core/control/state.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { ExplorePorts } from './ports.ts'
import type { Reading } from './rows-in-file.ts'

/** A dataset as it was committed last, and the mapping that was used. */
export type Committed = Reading & { readonly version: number; readonly fileId: string }

/** How the files of a dataset are read, by the version that its records were built with. */
export const readingOf = async (
  { control, system }: Pick<ExplorePorts, 'control' | 'system'>,
  integration: Integration,
  state: Pick<IntegrationState, 'datasets'>,
  dataset: Dataset,
): Promise<Committed | undefined> => {
  const committed = state.datasets[dataset]
  if (!committed) return undefined
  const { mappingVersion, fileId } = committed
  const [stored, { rules }] = await Promise.all([
    readMappingVersion(control, integration.id, dataset, mappingVersion),
    readConfiguration(control, integration, system.clock()),
  ])
  return stored && { dataset, mapping: stored.mapping, rules: rules(dataset), version: mappingVersion, fileId }
}

/** The files of a dataset that syncs have applied, newest first. */
export const appliedFiles = async function* (
  { control }: Pick<ExplorePorts, 'control'>,
  integrationId: string,
  dataset: Dataset,
): AsyncGenerator<ExportFile> {
  const newestFirst = { ...filePartition(integrationId), descending: true }
  for await (const file of listDocuments(control, newestFirst, ExportFileSchema))
    if (file.dataset === dataset && file.state === 'ACCEPTED') yield file
}
