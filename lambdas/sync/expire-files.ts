import { type Chore, keyOfChore } from '#core/control/chore.ts'
import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { readSettings } from '#core/control/environment.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { fileKey, filePartition } from '#core/control/keys.ts'
import { filesInUse, filesOf, goesAt } from '#core/control/retention.ts'
import { openRollbacks } from '#core/control/rollback.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { datasets, modelsOf } from '#core/files/datasets.ts'
import { isGivenUp } from './pending-plan.ts'
import { plannedIds } from './plan-file.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

type Ports = Pick<SyncPorts, 'control' | 'archive' | 'now' | 'log'>

/** In one call, which leaves time for what else there is to do. */
const most = 200

/** A copy that was repeated left a version beside the one that is known, so whatever has the name goes. */
const removeFile = async ({ archive, control, log }: Ports, file: ExportFile): Promise<void> => {
  const { id: fileId, integrationId } = file
  if (file.archive) {
    const { key, versionId } = file.archive
    await archive.removeVersion(key, versionId)
    for (let other = await archive.head({ key }); other; other = await archive.head({ key }))
      await archive.removeVersion(key, other.versionId)
  }
  await updateDocument(control, fileKey(file), ExportFileSchema, (each) => ({ ...each, archive: null }))
  log('FILE_EXPIRED', { integrationId, fileId })
}

/** The files of before, while somebody wants them back. */
const wantedBack = async ({ control }: Ports, state: IntegrationState, integrationId: string) => {
  const rollbacks = await openRollbacks(control, integrationId)
  const befores = rollbacks.flatMap((each) => each.datasets.map((dataset) => state.datasets[dataset]?.change?.before))
  return befores.flatMap((before) => filesOf(before ?? undefined))
}

/**
 * Whether a file is kept however old it is: it tells of records of which nobody knows what is stored, so that these are written from it
 * once all that tell of them can be read; or a rollback is to bring it back.
 */
const neededBy = async (
  ports: Ports,
  state: IntegrationState,
  integrationId: string,
): Promise<(file: ExportFile) => boolean> => {
  const unknown = await plannedIds(ports.archive, state)
  const tells = datasets.filter((dataset) => modelsOf(dataset).some((model) => unknown.has(model)))
  const telling = tells.flatMap((dataset) => filesOf(state.datasets[dataset]))
  const needed = new Set([...telling, ...(await wantedBack(ports, state, integrationId))])
  return ({ id }) => needed.has(id)
}

/**
 * Removes the bytes of files that are not to be kept any longer, and has the integration looked after when the next ones are due.
 * Whatever an unfinished plan is made of stays. Answers whether it came to the end.
 */
export const expireFiles = async (ports: Ports, session: StateSession, integrationId: string): Promise<boolean> => {
  const { pending } = session.state()
  if (pending && !isGivenUp(pending)) return true
  const isNeeded = await neededBy(ports, session.state(), integrationId)
  const settings = await readSettings(ports.control)
  const inUse = filesInUse(session.state())
  const now = ports.now()
  let removed = 0
  let next = Number.POSITIVE_INFINITY
  for await (const file of listDocuments(ports.control, filePartition(integrationId), ExportFileSchema)) {
    const at = goesAt(file, settings, inUse)
    if (at === null || isNeeded(file)) continue
    if (at > now) {
      next = Math.min(next, at)
      continue
    }
    if (removed === most) return false
    await session.extend()
    await removeFile(ports, file)
    removed += 1
  }
  if (next === Number.POSITIVE_INFINITY) return true
  const chore: Chore = { kind: 'upkeep', integrationId, dueAt: next }
  await ports.control.create(keyOfChore(chore), chore)
  return true
}
