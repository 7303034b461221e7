import { createHash } from 'node:crypto'
import { type ExportFile, fileOrder } from '#core/control/file.ts'
import { fileKeyAt } from '#core/control/keys.ts'
import { rawFileKey } from '#core/files/archive-keys.ts'
import { memberName, namesEncrypted } from '#core/files/file-name.ts'
import { contentId } from '#core/ids/base58.ts'
import type { Archive } from '../decode/archive.ts'
import { judgeFile } from '../receive/judge-file.ts'
import type { SyncPorts } from '../sync/ports.ts'
import type { StateSession } from '../sync/state-session.ts'
import type { Member } from './choose-members.ts'

type Ports = Pick<SyncPorts, 'archive' | 'contentHash'>

/** The id of a file in an archive: unpacked once more, it is the same file. */
const memberId = ({ contentHash }: Pick<Ports, 'contentHash'>, { id }: ExportFile, path: string): string =>
  contentId(contentHash, `${id}\u0000${path}`)

/** Behind the archive's own sequencer: files of one archive came one after another, in the order of their names. */
const sequencerOf = ({ sequencer }: ExportFile, index: number): string =>
  `${sequencer}${index.toString(16).padStart(3, '0')}`

/** The document of a file that came in an archive, before its contents are stored. Its directory stands at the end of an archive, so all of it came. */
export const memberFile = (
  ports: Pick<Ports, 'contentHash'>,
  upload: ExportFile,
  { entry, claim }: Member,
  index: number,
): ExportFile => {
  const { integrationId, landing, etag, eventTime, receivedAt, name, sequencer, mustBeEncrypted } = upload
  const judged = judgeFile(claim, entry.uncompressedSize)
  return {
    id: memberId(ports, upload, entry.fileName),
    integrationId,
    name: memberName(name, entry.fileName),
    dataset: claim.kind === 'export' ? claim.dataset : null,
    ...judged,
    state: judged.state === 'RECEIVED' ? 'QUEUED' : judged.state,
    landing,
    archive: null,
    etag,
    size: entry.uncompressedSize,
    eventTime,
    sequencer: sequencerOf(upload, index),
    receivedAt,
    upload: { outcome: 'completed', endedAt: receivedAt },
    unpackedFrom: { fileId: upload.id, sequencer, encrypted: mustBeEncrypted === true || namesEncrypted(name) },
  }
}

/** Where the document of the archive is that a file came in. */
export const archiveKeyOf = ({ integrationId, eventTime, unpackedFrom }: ExportFile) =>
  unpackedFrom &&
  fileKeyAt(integrationId, fileOrder({ eventTime, sequencer: unpackedFrom.sequencer }), unpackedFrom.fileId)

/** Stores what is in a file of an archive as an object of its own. */
export const storeMember = async (
  ports: Ports,
  session: Pick<StateSession, 'extend'>,
  file: ExportFile,
  read: ReturnType<Archive['read']>,
): Promise<ExportFile> => {
  const digest = createHash('sha256')
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of read) {
      await session.extend()
      digest.update(chunk)
      yield chunk
    }
  }
  const { key, versionId } = await ports.archive.put(rawFileKey(file.integrationId, file.id), bytes())
  return { ...file, archive: { key, versionId }, checksum: digest.digest('hex') }
}
