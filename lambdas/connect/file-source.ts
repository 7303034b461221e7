import { type Refusal, refuse } from '#core/api/answer.ts'
import type { FileSource } from '#core/api/endpoints/flow-parts.ts'
import type { FlowErrorCode } from '#core/api/errors.ts'
import type { ExportFile } from '#core/control/file.ts'
import { claimByWords } from '#core/control/file-words.ts'
import type { Integration } from '#core/control/integration.ts'
import { Fault } from '#core/fault.ts'
import { sampleKey } from '#core/files/archive-keys.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { fileById, newestFile } from '../mapping/find-file.ts'
import { type FoundFile, maxBytes } from '../mapping/found-file.ts'
import { openArchived } from '../sync/open-archived.ts'
import type { ConnectPorts } from './ports.ts'
import { uploadName } from './uploads.ts'

/** A file that the page asks about: one that arrived, or a sample. */
type PageFile = FoundFile & {
  readonly kind: 'found'
  readonly fileId: string | null
  readonly uploadId: string | null
}

type Found = PageFile | Refusal<FlowErrorCode>
type Ports = Pick<ConnectPorts, 'control' | 'archive' | 'decode'>

const missing = (message: string) => refuse('FLOW.FILE_MISSING', message)
const noSample = missing(
  'The sample is not there: it was not uploaded to its end, or is older than a day. Choose it again.',
)
const noFile = missing('There is no such file. Wait for the first one, or choose a sample.')
const notKept = missing('The contents of this file are not kept any longer. Choose a newer file, or a sample.')

/** A file whose name says nothing is taken for the one that is always needed. */
const datasetOf = (integration: Integration, name: string): Dataset => {
  const claim = claimByWords(integration, name)
  return claim.kind === 'export' ? claim.dataset : 'employees'
}

const findSample = async (
  { archive, decode }: Ports,
  integration: Integration,
  uploadId: string,
  dataset?: Dataset,
) => {
  const key = sampleKey(integration.id, uploadId)
  const stored = await archive.head({ key })
  if (!stored) return noSample
  const name = uploadName(uploadId)
  const open = async () => {
    const bytes = await archive.open({ key, versionId: stored.versionId })
    if (!bytes) throw new Fault('ARCHIVE_OBJECT_MISSING', `sample ${key}`)
    return bytes
  }
  const shown = { name, dataset: dataset ?? datasetOf(integration, name), size: stored.size }
  const decoded = decode(open, { dataset: shown.dataset, limit: maxBytes })
  return { kind: 'found', fileId: null, uploadId, ...shown, open: decoded } as const
}

const arrived = (ports: Ports, integration: Integration, file: ExportFile | undefined, dataset?: Dataset): Found => {
  if (!file) return noFile
  const { id, name, size } = file
  if (!file.archive) return notKept
  const known = dataset ?? file.dataset ?? datasetOf(integration, name)
  const open = openArchived(ports, file, maxBytes)
  return { kind: 'found', fileId: id, uploadId: null, name, dataset: known, size, open }
}

/** The sample or the file that is named, else the newest of the dataset. */
export const findFile = async (
  ports: Ports,
  integration: Integration,
  { upload_id: uploadId, file_id: fileId }: FileSource,
  dataset?: Dataset,
): Promise<Found> => {
  if (uploadId !== undefined) return findSample(ports, integration, uploadId, dataset)
  if (fileId !== undefined) return arrived(ports, integration, await fileById(ports, integration.id, fileId), dataset)
  return arrived(ports, integration, await newestFile(ports, integration, dataset ?? 'employees'), dataset)
}
