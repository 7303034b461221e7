import { refuse } from '#core/api/answer.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import type { Dataset } from '#core/files/datasets.ts'
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

/** The newest file of a dataset that is kept and counts. */
export const newestFile = (ports: Pick<MappingPorts, 'control'>, integrationId: string, dataset: Dataset) =>
  find(ports, integrationId, (file) => file.dataset === dataset && file.archive !== null && file.state !== 'EXCLUDED')

export const noSuchFile = refuse('PLATFORM.INPUT_INVALID', 'The integration has no file with this id.')

export const noLongerKept = refuse(
  'PLATFORM.INPUT_INVALID',
  'The contents of this file are not kept: it was ignored or rejected, or is older than files are kept.',
)
