import { noteArrival } from '#core/control/arrivals.ts'
import { readDocument, updateDocument } from '#core/control/documents.ts'
import { readSettings } from '#core/control/environment.ts'
import { brokeOff, type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { cameWith } from '#core/control/joined-name.ts'
import { fileKey } from '#core/control/keys.ts'
import { forgetArchive, notedArchives } from '#core/control/unpacking.ts'
import type { Issue } from '#core/issues/issue.ts'
import { csvFormOf, issuesCsv } from '#core/issues/issue-csv.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { fileRejected } from '#core/webhooks/sync-events.ts'
import type { Archive } from '../decode/archive.ts'
import { judgeSize } from '../decode/bounded.ts'
import { maxUnpackedBytes } from '../decode/decode.ts'
import { emptyArchive, severalFiles } from '../decode/refusals.ts'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import { claimOfFile } from '../receive/claim-part.ts'
import { judgeFile } from '../receive/judge-file.ts'
import { openArchived } from '../sync/open-archived.ts'
import type { SyncPorts } from '../sync/ports.ts'
import { putResultOf } from '../sync/put-results.ts'
import { brokenOff } from '../sync/refuse-broken.ts'
import type { StateSession } from '../sync/state-session.ts'
import { chooseMembers, filesIn, type Member } from './choose-members.ts'
import { memberFile, storeMember } from './store-member.ts'

type Unpacking = {
  readonly ports: SyncPorts
  readonly session: StateSession
  readonly integration: Integration
  readonly upload: ExportFile
}

/** What becomes of an archive: it is the one export in it, or its files are files of their own, or nothing can be made of it. */
type Unpacked =
  | { readonly kind: 'one' }
  | { readonly kind: 'several' | 'refused' | 'unclaimed'; readonly issues: readonly Issue[] }

/** More data files no export job packs; and a sync looks through the thousand newest files. */
const maxMembers = 200

const unclaimed = judgeFile({ kind: 'unclaimed' }, 1).issues

/** The files of an archive with their contents. What is stored counts only once there is a document of it, so all can be read or none is taken. */
const storeAll = async (
  { ports, session, upload }: Unpacking,
  archive: Archive,
  members: readonly Member[],
): Promise<readonly ExportFile[]> => {
  const stored: ExportFile[] = []
  const { rawFileDays } = await readSettings(ports.control)
  try {
    for (const [index, member] of members.entries()) {
      const file = memberFile(ports, upload, member, index)
      const isKept = file.state === 'QUEUED' || rawFileDays !== 0
      const known = await readDocument(ports.control, fileKey(file), ExportFileSchema)
      if (known || !isKept) continue
      stored.push(await storeMember(ports, session, file, archive.read(member.entry, maxUnpackedBytes)))
    }
  } catch (error) {
    for (const { archive: place } of stored) if (place) await ports.archive.removeVersion(place.key, place.versionId)
    throw error
  }
  return stored
}

const takeMembers = async (unpacking: Unpacking, archive: Archive): Promise<Unpacked> => {
  const { ports, integration, upload } = unpacking
  const { control } = ports
  const files = filesIn(archive.entries)
  if (files.length === 0) return { kind: 'refused', issues: [emptyArchive()] }
  const claimOf = (name: string) => claimOfFile(control, integration, name)
  const own = await claimOf(upload.name)
  if (files.length === 1 && own.kind !== 'archive') return { kind: 'one' }
  const { members, issues } = await chooseMembers(upload.name, files, claimOf)
  const says = members.some(({ claim }) => claim.kind !== 'unclaimed')
  if (files.length === 1 && !says) return { kind: 'unclaimed', issues: unclaimed }
  if (!says || members.length > maxMembers) return { kind: 'refused', issues: [severalFiles(files.length), ...issues] }
  judgeSize(
    archive.size,
    members.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0),
    maxUnpackedBytes,
  )
  for (const file of await storeAll(unpacking, archive, members)) {
    await control.create(fileKey(file), file)
    for (const dataset of await cameWith(control, integration, file)) await noteArrival(control, { ...file, dataset })
  }
  return { kind: 'several', issues }
}

const lookInto = async (unpacking: Unpacking): Promise<Unpacked> => {
  const { ports, upload } = unpacking
  // A sync of its dataset refuses it with a report.
  const refused = (why: Issue): Unpacked => (upload.dataset ? { kind: 'one' } : { kind: 'refused', issues: [why] })
  if (brokeOff(upload)) return refused(brokenOff)
  try {
    const archive = await openArchived(ports, upload).archive()
    if (!archive) return upload.dataset ? { kind: 'one' } : { kind: 'unclaimed', issues: unclaimed }
    try {
      return await takeMembers(unpacking, archive)
    } finally {
      archive.close()
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return refused(error.issue)
    throw error
  }
}

const states = { several: 'UNPACKED', refused: 'REFUSED', unclaimed: 'IGNORED' } as const

const unpack = async (unpacking: Unpacking, judgedBy: string): Promise<void> => {
  const { ports, integration, upload } = unpacking
  const found = await lookInto(unpacking)
  if (found.kind === 'one') return
  const judged = { state: states[found.kind], issues: [...found.issues], judgedAt: ports.now(), judgedBy }
  const file = await updateDocument(ports.control, fileKey(upload), ExportFileSchema, (each) => ({
    ...each,
    dataset: null,
    ...judged,
  }))
  if (!file) return
  if (found.kind !== 'several') await sendEvent(ports, fileRejected(integration, file, judged.judgedAt))
  await putResultOf(ports, integration, file, issuesCsv(file.issues, csvFormOf(integration)))
  ports.log('FILE_UNPACKED', { integrationId: upload.integrationId, fileId: upload.id, outcome: found.kind })
}

/**
 * Makes files of their own of those in the zip archives that wait, before a sync looks for its files. Safe to repeat: a file of an
 * archive has one id, and comes into being once.
 */
export const unpackUploads = async (
  ports: SyncPorts,
  session: StateSession,
  integration: Integration,
  syncId: string,
): Promise<void> => {
  for await (const upload of notedArchives(ports.control, integration.id)) {
    if (upload.archive) await unpack({ ports, session, integration, upload }, syncId)
    await forgetArchive(ports.control, upload)
  }
}
