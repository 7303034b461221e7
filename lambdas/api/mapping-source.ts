import { type Refusal, refuse } from '#core/api/answer.ts'
import type { Source } from '#core/api/endpoints/mappings.ts'
import type { ExportFile } from '#core/control/file.ts'
import { fileById, newestFile, noLongerKept, noSuchFile } from '../mapping/find-file.ts'
import type { OpenBytes } from '../reading/read-table.ts'
import { openArchived } from '../sync/open-archived.ts'
import type { Place } from './of-dataset.ts'
import type { ApiPorts } from './ports.ts'

/** What a draft or a preview is made from. A sample has no id: it is not kept. */
export type MappingSource = {
  readonly kind: 'source'
  readonly id: string | null
  readonly name: string
  /** bytes */
  readonly size: number
  readonly open: OpenBytes
}

/** What a function reads and maps well before the gateway hangs up. */
const maxBytes = 20_000_000

const tooLarge = refuse(
  'PLATFORM.INPUT_INVALID',
  'The file is larger than 20 MB, too large to be looked through while you wait. Send its first rows as a sample.',
)

const noFile = ({ dataset }: Place) =>
  refuse('PLATFORM.INPUT_INVALID', `No file with ${dataset} is kept. Name a file_id or send a sample.`)

const kept = (
  ports: Pick<ApiPorts, 'archive' | 'decode'>,
  file: ExportFile,
): MappingSource | Refusal<'PLATFORM.INPUT_INVALID'> => {
  if (!file.archive) return noLongerKept
  if (file.size > maxBytes) return tooLarge
  return { kind: 'source', id: file.id, name: file.name, size: file.size, open: openArchived(ports, file, maxBytes) }
}

/** The sample, else the file that is named, else the newest of the dataset. */
export const mappingSource = async (
  ports: Pick<ApiPorts, 'control' | 'archive' | 'decode'>,
  place: Place,
  { sample, file_id: fileId }: Source,
): Promise<MappingSource | Refusal<'PLATFORM.INPUT_INVALID'>> => {
  if (sample) {
    const bytes = Buffer.from(sample.content, 'base64')
    return {
      kind: 'source',
      id: null,
      name: sample.name,
      size: bytes.length,
      open: ports.decode(() => new Blob([bytes]).stream(), { dataset: place.dataset, limit: maxBytes }),
    }
  }
  const { id } = place.integration
  const file =
    fileId === undefined ? await newestFile(ports, place.integration, place.dataset) : await fileById(ports, id, fileId)
  if (!file) return fileId === undefined ? noFile(place) : noSuchFile
  return kept(ports, file)
}
