import { noteArrival } from '#core/control/arrivals.ts'
import { type Chore, type FileChore, keyOfChore } from '#core/control/chore.ts'
import { readDocument, updateDocument } from '#core/control/documents.ts'
import { readSettings } from '#core/control/environment.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { type Integration, IntegrationSchema, pgpOf } from '#core/control/integration.ts'
import { cameWith, waitsForManifests } from '#core/control/joined-name.ts'
import { fileKey, integrationKey } from '#core/control/keys.ts'
import { sendSync } from '#core/control/queue-sync.ts'
import { goesAt } from '#core/control/retention.ts'
import { newSync } from '#core/control/sync.ts'
import { noteArchive } from '#core/control/unpacking.ts'
import { rawFileKey } from '#core/files/archive-keys.ts'
import { claimOf, mayBePart, namesArchive } from '#core/files/file-name.ts'
import type { LandedObject } from '#core/files/landing.ts'
import { contentId, syncIdOfFile } from '#core/ids/base58.ts'
import { integrationOfSftpUser } from '#core/ids/integration-id.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { Clock, ContentHash } from '#core/ports/system.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { fileRejected } from '#core/webhooks/sync-events.ts'
import type { Log } from '../runtime/log.ts'
import { type Claim, claimOfFile } from './claim-part.ts'
import { gone, judgeFile } from './judge-file.ts'

export type ReceivePorts = {
  readonly control: ControlStore
  readonly archive: FileStore
  readonly syncQueue: QueueSender
  readonly webhookQueue: QueueSender
  readonly contentHash: ContentHash
  readonly now: Clock
  readonly log: Log
}

/** Clients look at a file after they have put it; rclone deletes its source only if it is still there. */
const graceMs = 10 * 60_000
/** A temporary file that nobody renamed is a left-over. */
const temporaryMs = 24 * 60 * 60_000
const stuckMs = 15 * 60_000

/** The folder's integration and the path inside it. */
type Folder = { readonly integrationId: string; readonly name: string }

/** The landing bucket has one folder per SFTP user, and the user's name is the integration's own part of its id. */
export const folderOf = (key: string): Folder => {
  const slash = key.indexOf('/')
  return { integrationId: integrationOfSftpUser(key.slice(0, slash)), name: key.slice(slash + 1) }
}

const choreAfter = (kind: FileChore['kind'], delayMs: number, file: ExportFile, landed: LandedObject): FileChore => ({
  kind,
  dueAt: file.receivedAt + delayMs,
  fileId: file.id,
  integrationId: file.integrationId,
  landed,
})

const schedule = ({ control }: ReceivePorts, chore: FileChore): Promise<boolean> =>
  control.create(keyOfChore(chore), chore)

const fileIdOf = ({ contentHash }: ReceivePorts, { bucket, key, versionId }: LandedObject): string =>
  contentId(contentHash, `${bucket}\u0000${key}\u0000${versionId}`)

/** Records the object, once; a repeated event finds the document of the first. */
const recordFile = async (
  ports: ReceivePorts,
  landed: LandedObject,
  folder: Folder,
  { claim, integration }: { readonly claim: Claim; readonly integration: Integration },
): Promise<ExportFile> => {
  const { bucket, key, versionId, etag, size, eventTime, sequencer } = landed
  const file: ExportFile = {
    id: fileIdOf(ports, landed),
    ...folder,
    dataset: claim.kind === 'export' ? claim.dataset : null,
    ...judgeFile(claim, size),
    landing: { bucket, key, versionId },
    archive: null,
    etag,
    size,
    eventTime,
    sequencer,
    receivedAt: ports.now(),
    ...(pgpOf(integration) === 'required' ? { mustBeEncrypted: true } : {}),
  }
  if (await ports.control.create(fileKey(file), file)) return file
  return (await readDocument(ports.control, fileKey(file), ExportFileSchema)) ?? file
}

/** Its sender, or a rename, took the object away before it could be copied: there is nothing to wait for. */
const rejectGone = async ({ control }: ReceivePorts, file: ExportFile): Promise<ExportFile> => {
  const rejected = await updateDocument(
    control,
    fileKey(file),
    ExportFileSchema,
    (each): ExportFile => (each.state === 'RECEIVED' ? { ...each, state: 'REJECTED', issues: [gone] } : each),
  )
  return rejected ?? file
}

/** Copies the object into the archive; `undefined` when it is gone. */
const copyToArchive = async ({ archive }: ReceivePorts, { integrationId, id, landing }: ExportFile) => {
  const stored = await archive.copyFrom(landing, rawFileKey(integrationId, id))
  if (!stored) return undefined
  const { key, versionId, checksum } = stored
  return { archive: { key, versionId }, ...(checksum === undefined ? {} : { checksum }) }
}

const archive = async (ports: ReceivePorts, file: ExportFile): Promise<ExportFile> => {
  const kept = await copyToArchive(ports, file)
  if (!kept) return rejectGone(ports, file)
  const updated = await updateDocument(
    ports.control,
    fileKey(file),
    ExportFileSchema,
    (each): ExportFile => (each.state === 'RECEIVED' ? { ...each, ...kept, state: 'ARCHIVED' } : each),
  )
  return updated ?? file
}

const queueSync = async (ports: ReceivePorts, { id, integrationId, receivedAt }: ExportFile): Promise<void> => {
  const syncId = syncIdOfFile(receivedAt, id)
  await sendSync(ports, newSync({ id: syncId, integrationId, reason: 'file', queuedAt: receivedAt }))
}

const startSync = async (ports: ReceivePorts, file: ExportFile): Promise<void> => {
  if (namesArchive(file.name)) await noteArchive(ports.control, file)
  await queueSync(ports, file)
  await updateDocument(
    ports.control,
    fileKey(file),
    ExportFileSchema,
    (each): ExportFile => (each.state === 'ARCHIVED' ? { ...each, state: 'QUEUED' } : each),
  )
}

/** Takes a file from where a repeated or interrupted event left it to its sync. */
const advance = async (
  ports: ReceivePorts,
  integration: Integration,
  file: ExportFile,
  landed: LandedObject,
): Promise<void> => {
  const resume = choreAfter('resume-file', stuckMs, file, landed)
  if (file.state === 'RECEIVED') await schedule(ports, resume)
  const archived = file.state === 'RECEIVED' ? await archive(ports, file) : file
  if (archived.state === 'REJECTED') await sendEvent(ports, fileRejected(integration, archived, archived.receivedAt))
  if (archived.state !== 'ARCHIVED') return
  await schedule(ports, choreAfter('clean-landing', graceMs, file, landed))
  for (const dataset of await cameWith(ports.control, integration, file))
    await noteArrival(ports.control, { ...file, dataset })
  await startSync(ports, archived)
  await ports.control.remove(keyOfChore(resume))
  ports.log('FILE_RECEIVED', { integrationId: file.integrationId, fileId: file.id, bytes: file.size })
}

/** Somebody may join a file to another one after it has come: it is kept like any other, if files are kept. */
const keepUnclaimed = async (ports: ReceivePorts, file: ExportFile): Promise<void> => {
  const { control } = ports
  const settings = await readSettings(control)
  if (file.archive || file.size === 0 || !mayBePart(file.name) || settings.rawFileDays === 0) return
  const kept = await copyToArchive(ports, file)
  if (!kept) return
  const dueAt = goesAt({ ...file, ...kept }, settings, new Set())
  const chore: Chore | null = dueAt === null ? null : { kind: 'upkeep', integrationId: file.integrationId, dueAt }
  if (chore) await control.create(keyOfChore(chore), chore)
  await updateDocument(
    control,
    fileKey(file),
    ExportFileSchema,
    (each): ExportFile => (each.archive ? each : { ...each, ...kept }),
  )
}

/** A connection that is open outlives its user for a while: what still comes in is not kept. */
const cleanAfterDeletion = (ports: ReceivePorts, { integrationId }: Folder, landed: LandedObject): Promise<boolean> =>
  schedule(ports, {
    kind: 'clean-landing',
    dueAt: ports.now() + graceMs,
    fileId: fileIdOf(ports, landed),
    integrationId,
    landed,
  })

/** Receives one object of the landing bucket. Safe to repeat: it resumes at the first missing step. */
export const receiveObject = async (ports: ReceivePorts, landed: LandedObject): Promise<void> => {
  const folder = folderOf(landed.key)
  const integration = await readDocument(ports.control, integrationKey(folder.integrationId), IntegrationSchema)
  if (claimOf(folder.name).kind === 'marker' || !integration || integration.status === 'DELETING') {
    if (integration?.status === 'DELETING') await cleanAfterDeletion(ports, folder, landed)
    ports.log('FILE_IGNORED', { integrationId: folder.integrationId, known: integration !== undefined })
    return
  }
  const claim = await claimOfFile(ports.control, integration, folder.name)
  const file = await recordFile(ports, landed, folder, { claim, integration })
  if (file.state === 'IGNORED' || file.state === 'REJECTED') {
    await schedule(ports, choreAfter('clean-landing', claim.kind === 'temporary' ? temporaryMs : graceMs, file, landed))
    if (claim.kind === 'unclaimed') await keepUnclaimed(ports, file)
    if (claim.kind === 'unclaimed' && (await waitsForManifests(ports.control, integration)))
      await queueSync(ports, file)
    if (claim.kind !== 'temporary') await sendEvent(ports, fileRejected(integration, file, file.receivedAt))
    ports.log('FILE_IGNORED', { integrationId: file.integrationId, fileId: file.id, known: true, state: file.state })
    return
  }
  await advance(ports, integration, file, landed)
}
