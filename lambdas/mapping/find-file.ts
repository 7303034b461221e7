import { refuse } from '#core/api/answer.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { filePartition } from '#core/control/keys.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { mainFiles } from '../sync/main-files.ts'
import type { MappingPorts } from './ports.ts'

const newestFirst = (integrationId: string) => ({ ...filePartition(integrationId), descending: true })

const find = async (
  { control }: Pick<MappingPorts, 'control'>,
  integrationId: string,
  accepts: (file: ExportFile) => boolean,
): Promise<ExportFile | undefined> => {
  for await (const file of listDocuments(control, newestFirst(integrationId), ExportFileSchema))
    if (accepts(file)) return file
  return undefined
}

/** Files sort by age and not by id: those of one integration are walked, newest first. */
export const fileById = (ports: Pick<MappingPorts, 'control'>, integrationId: string, id: string) =>
  find(ports, integrationId, (file) => file.id === id)

/** The newest file of a dataset, by its latest mapping, that is kept and counts. */
export const newestFile = async (
  ports: Pick<MappingPorts, 'control'>,
  integration: Pick<Integration, 'id' | 'mappings'>,
  dataset: Dataset,
) => {
  const { latest } = mappingNumbers(integration, dataset)
  const version = latest > 0 ? await readMappingVersion(ports.control, integration.id, dataset, latest) : undefined
  const isMain = mainFiles(dataset, version?.mapping)
  return find(ports, integration.id, (file) => isMain(file) && file.archive !== null && file.state !== 'EXCLUDED')
}

export const noSuchFile = refuse('PLATFORM.INPUT_INVALID', 'The integration has no file with this id.')

export const noLongerKept = refuse(
  'PLATFORM.INPUT_INVALID',
  'The contents of this file are not kept: it was ignored or rejected, or is older than files are kept.',
)
