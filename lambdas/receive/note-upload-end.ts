import { listDocuments, readDocument, updateDocument } from '#core/control/documents.ts'
import { brokeOff, type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { fileKey, filePartition, stateKey } from '#core/control/keys.ts'
import { sendSync } from '#core/control/queue-sync.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { newSync } from '#core/control/sync.ts'
import { queueConfirmed } from '#core/control/upload-evidence.ts'
import type { UploadEvent } from '#core/files/upload-event.ts'
import { contentId, syncIdOfFile } from '#core/ids/base58.ts'
import { folderOf, type ReceivePorts } from './receive.ts'

type Ports = Pick<ReceivePorts, 'control' | 'syncQueue' | 'contentHash' | 'log'>

/** S3 and Transfer Family tell of the same moment; what is further apart is about another upload of that name. */
const sameUploadMs = 10 * 60_000

type Ended = Pick<UploadEvent, 'endedAt'>

const distance = ({ eventTime }: ExportFile, { endedAt }: Ended): number => Math.abs(eventTime - endedAt)

const isAbout = ({ bucket, key, etag, size }: UploadEvent, file: ExportFile): boolean =>
  file.unpackedFrom === undefined &&
  file.landing.bucket === bucket &&
  file.landing.key === key &&
  (etag === undefined ? file.size === size : file.etag === etag)

const isNearer = (file: ExportFile, event: Ended): boolean =>
  file.upload === undefined || distance(file, event) < distance(file, file.upload)

/** An upload whose end is known is not the one that this event is about, unless it is told of twice. */
const mayHaveEnded = (file: ExportFile, event: Ended): boolean =>
  isNearer(file, event) || file.upload?.endedAt === event.endedAt

/** The file that an upload made: a retry of the same bytes has the same name and etag, so the nearest in time is meant. */
const findFile = async (
  { control }: Ports,
  integrationId: string,
  event: UploadEvent,
): Promise<ExportFile | undefined> => {
  let nearest: ExportFile | undefined
  const newestFirst = { ...filePartition(integrationId), descending: true }
  for await (const file of listDocuments(control, newestFirst, ExportFileSchema)) {
    if (file.eventTime < event.endedAt - sameUploadMs) break
    if (distance(file, event) > sameUploadMs || !isAbout(event, file) || !mayHaveEnded(file, event)) continue
    if (nearest === undefined || distance(file, event) < distance(nearest, event)) nearest = file
  }
  return nearest
}

const mayBeRead: readonly ExportFile['state'][] = ['ARCHIVED', 'QUEUED', 'ACCEPTED']

/** Removals may have waited for this: a sync that begins now makes them. */
const syncConfirmed = async (ports: Ports, file: ExportFile): Promise<void> => {
  const state = await readDocument(ports.control, stateKey(file.integrationId), IntegrationStateSchema)
  const waits = Object.values(state?.datasets ?? {}).some(({ fileId, unproven }) => fileId === file.id && unproven)
  if (waits) await queueConfirmed(ports, file)
}

/** A sync may have begun with the file, or have applied it: one that begins now does without it. */
const syncWithout = async (ports: Ports, { id, integrationId }: ExportFile, endedAt: number): Promise<void> => {
  const syncId = syncIdOfFile(endedAt, contentId(ports.contentHash, `broken off ${id}`))
  await sendSync(ports, newSync({ id: syncId, integrationId, reason: 'file', queuedAt: endedAt }))
}

/**
 * Notes on a file how its upload ended; what becomes of one that broke off is for a sync to decide. Safe to repeat. `too-early`
 * when the file is not known yet, `nobodys` when its folder belongs to no integration.
 */
export const noteUploadEnd = async (ports: Ports, event: UploadEvent): Promise<'noted' | 'too-early' | 'nobodys'> => {
  const { integrationId } = folderOf(event.key)
  if (!(await readIntegration(ports.control, integrationId))) return 'nobodys'
  const found = await findFile(ports, integrationId, event)
  if (!found) return 'too-early'
  const { outcome, endedAt } = event
  const file = await updateDocument(
    ports.control,
    fileKey(found),
    ExportFileSchema,
    (each): ExportFile => (isNearer(each, event) ? { ...each, upload: { outcome, endedAt } } : each),
  )
  const isTold = file !== undefined && brokeOff(file) && file.upload?.endedAt === endedAt
  if (isTold && mayBeRead.includes(file.state)) await syncWithout(ports, file, endedAt)
  if (file?.upload?.outcome === 'completed') await syncConfirmed(ports, file)
  ports.log('UPLOAD_END_NOTED', { integrationId, fileId: found.id, outcome })
  return 'noted'
}
