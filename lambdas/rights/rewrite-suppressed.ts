import * as v from 'valibot'
import { listDocuments, readDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { fileKey, rewriteKey, rewritePartition } from '#core/control/keys.ts'
import { readSuppressions, suppressedBy } from '#core/control/suppression.ts'
import { rawFileKey } from '#core/files/archive-keys.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { noTraces } from '#core/rights/person.ts'
import type { SyncPorts } from '../sync/ports.ts'
import type { StateSession } from '../sync/state-session.ts'
import { archiveKeyOf } from '../unpack/store-member.ts'
import { mappingsOf, replaceFile } from './erase-files.ts'
import { removeObject } from './remove-objects.ts'
import { lookForPerson } from './rewrite-file.ts'

/** A file to be stored without those who are suppressed, and where it lay when that was found out. */
const RewriteSchema = v.object({
  fileId: v.string(),
  file: v.object({ pk: v.string(), sk: v.string() }),
  key: v.string(),
})
type Rewrite = v.InferOutput<typeof RewriteSchema>

const note = (control: Pick<ControlStore, 'create'>, integrationId: string, rewrite: Rewrite): Promise<boolean> =>
  control.create(rewriteKey(integrationId, rewrite.fileId), rewrite)

/** Notes files in which a sync has met somebody of whom nothing may be stored, and the archives that these came in; to be called before the commit. */
export const noteSuppressed = async (
  control: Pick<ControlStore, 'create'>,
  files: readonly ExportFile[],
): Promise<void> => {
  for (const file of files) {
    if (!file.archive) continue
    const { id: fileId, integrationId, unpackedFrom } = file
    await note(control, integrationId, { fileId, file: fileKey(file), key: file.archive.key })
    const archive = archiveKeyOf(file)
    if (!archive || !unpackedFrom) continue
    const key = rawFileKey(integrationId, unpackedFrom.fileId)
    await note(control, integrationId, { fileId: unpackedFrom.fileId, file: archive, key })
  }
}

/** Whether there are such files. */
export const holdSuppressed = async (control: Pick<ControlStore, 'query'>, integrationId: string): Promise<boolean> =>
  (await control.query({ ...rewritePartition(integrationId), limit: 1 })).documents.length > 0

const nobodyKeepsARecord = async () => undefined

/**
 * Stores the files that syncs have noted without the rows of those who are suppressed, and removes every version of what was uploaded: a
 * customer may go on exporting them for years. Answers whether it came to the end.
 */
export const rewriteSuppressed = async (
  ports: SyncPorts,
  session: StateSession,
  { integrationId, stopAt }: { readonly integrationId: string; readonly stopAt: number },
): Promise<boolean> => {
  const { control, archive, keyedHash, contentHash, now } = ports
  const integration = await readIntegration(control, integrationId)
  // What an unfinished plan is made of must stay what it was.
  if (!integration || session.state().pending || !(await holdSuppressed(control, integrationId))) return true
  const mappingFor = mappingsOf(ports, integration)
  const isSuppressed = suppressedBy(await readSuppressions(control, integrationId), contentHash)
  const isPerson = (remoteId: string) => isSuppressed(recordId(keyedHash, integrationId, 'hris_employees', remoteId))
  const sought = { isPerson, traces: noTraces }
  for await (const { fileId, file: place, key } of listDocuments(
    control,
    rewritePartition(integrationId),
    RewriteSchema,
  )) {
    await session.extend()
    const file = await readDocument(control, place, ExportFileSchema)
    if (file?.archive?.key === key) {
      const mapping = await mappingFor(file.dataset)
      const looked = await lookForPerson(ports, file, mapping, sought)
      const to = { key: rawFileKey(integrationId, `${fileId}.${now()}`), note: nobodyKeepsARecord }
      // An archive is not made anew without a person: it goes, and the files that came in it stay.
      if (looked.kind === 'own' || file.state === 'UNPACKED')
        await replaceFile(ports, file, { looked, mapping, sought }, to)
    }
    const after = await readDocument(control, place, ExportFileSchema)
    if (after?.archive?.key !== key) await removeObject(archive, key)
    await control.remove(rewriteKey(integrationId, fileId))
    if (now() >= stopAt) return false
  }
  return true
}
