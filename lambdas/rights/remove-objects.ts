import { type Chore, ChoreSchema, keyOfChore } from '#core/control/chore.ts'
import { listDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { openDecisions } from '#core/control/held-decision.ts'
import { chorePartition, filePartition, syncPartition } from '#core/control/keys.ts'
import { updateReceipt } from '#core/control/receipt.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { foldersOf, rawFileKey } from '#core/files/archive-keys.ts'
import { datasets } from '#core/files/datasets.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { Progress, Removing } from './ports.ts'

/** Programs look at a file after they have put it. */
const soonMs = 10 * 60_000

/** Removes every version of an object. */
export const removeObject = async (archive: Pick<FileStore, 'head' | 'removeVersion'>, key: string): Promise<void> => {
  for (let version = await archive.head({ key }); version; version = await archive.head({ key }))
    await archive.removeVersion(key, version.versionId)
}

const keysOfFiles = async ({ ports, integrationId }: Removing): Promise<readonly string[]> => {
  const keys: string[] = []
  for await (const { id, state, archive } of listDocuments(
    ports.control,
    filePartition(integrationId),
    ExportFileSchema,
  )) {
    if (archive) keys.push(archive.key)
    // It is being copied right now.
    else if (state === 'RECEIVED') keys.push(rawFileKey(integrationId, id))
  }
  return keys
}

const keysOfReports = async ({ ports, integrationId }: Removing): Promise<readonly string[]> => {
  const keys: string[] = []
  for await (const { report } of listDocuments(ports.control, syncPartition(integrationId), SyncSchema))
    if (report) keys.push(report.key)
  return keys
}

/** What documents of the integration point to. */
const namedKeys = async (removing: Removing): Promise<ReadonlySet<string>> => {
  const { ports, session, integrationId } = removing
  const { datasets: states, pending } = session.state()
  const manifests = datasets.flatMap((dataset) => {
    const state = states[dataset]
    return [state?.manifest.key, state?.change?.before?.manifest.key].filter((key) => key !== undefined)
  })
  const decided = (await openDecisions(ports.control, integrationId)).map(({ manifest }) => manifest.key)
  const planned = pending ? [pending.key, ...(pending.progress ? [pending.progress.key] : [])] : []
  return new Set([
    ...manifests,
    ...decided,
    ...planned,
    ...(await keysOfFiles(removing)),
    ...(await keysOfReports(removing)),
  ])
}

const removeAll = async (removing: Removing, isKept: (key: string) => boolean): Promise<Progress> => {
  const { ports, session, integrationId, receiptId, stopAt } = removing
  let objects = 0
  const note = () =>
    updateReceipt(ports.control, receiptId, (receipt) => ({ ...receipt, objects: receipt.objects + objects }))
  for (const folder of foldersOf(integrationId))
    for await (const { key } of ports.archive.list(folder)) {
      if (isKept(key)) continue
      await session.extend()
      await removeObject(ports.archive, key)
      objects += 1
      if (ports.now() < stopAt) continue
      await note()
      return { at: key }
    }
  await note()
  return 'done'
}

/** Has housekeeping take what is still in the customer's folder, results that were put there among it, within its next minutes. */
const cleanFolderSoon = async ({ ports, integrationId }: Removing): Promise<void> => {
  let soon = ports.now() + soonMs
  for await (const chore of listDocuments(ports.control, { pk: chorePartition }, ChoreSchema)) {
    if (chore.kind !== 'clean-landing' || chore.integrationId !== integrationId || chore.dueAt <= soon) continue
    const sooner: Chore = { ...chore, dueAt: soon }
    // Another moment for each: of one file there may be several.
    soon += 1
    await ports.control.create(keyOfChore(sooner), sooner)
    await ports.control.remove(keyOfChore(chore))
  }
}

/** Removes all of an integration's archive that no document names any more, every version of it: earlier manifests, plans, reports, files. */
export const removeUnnamed = async (removing: Removing): Promise<Progress> => {
  await cleanFolderSoon(removing)
  const named = await namedKeys(removing)
  return removeAll(removing, (key) => named.has(key))
}

/** Removes all that the archive keeps of an integration. */
export const removeArchive = (removing: Removing): Promise<Progress> => removeAll(removing, () => false)
