import type { IntegrationState } from '#core/control/state.ts'
import { Fault } from '#core/fault.ts'
import { concatBytes } from '#core/files/record-splitter.ts'
import type { ModelId } from '#core/model/models.ts'
import type { FileRef, FileStore } from '#core/ports/file-store.ts'
import { type IdTable, idTable } from '#core/sync/id-table.ts'
import { decodePlan, type IdsOfModel, type Plan } from '#core/sync/plan.ts'

/** Ids of each model whose record may not be what the manifest says. */
export type UnknownIds = ReadonlyMap<ModelId, IdTable>

export const readWhole = async (archive: Pick<FileStore, 'open'>, ref: FileRef): Promise<Uint8Array | undefined> => {
  const bytes = await archive.open(ref)
  return bytes && concatBytes(await Array.fromAsync(bytes))
}

export const readPlan = async (archive: Pick<FileStore, 'open'>, ref: FileRef): Promise<Plan> => {
  const bytes = await readWhole(archive, ref)
  const plan = bytes && decodePlan(bytes)
  // Without it nobody knows which records are not what the manifest says.
  if (!plan) throw new Fault('ARCHIVE_OBJECT_MISSING', `plan ${ref.key}`)
  return plan
}

/** Joins lists of ids; an id in two of them does no harm. */
export const joinIds = (lists: readonly IdsOfModel[]): UnknownIds => {
  const joined = new Map<ModelId, IdTable>()
  for (const { model, ids } of lists) {
    const before = joined.get(model)
    joined.set(model, before ? idTable(concatBytes([before.bytes, ids.bytes])) : ids)
  }
  return joined
}

/** What a plan without a commit may have written. */
export const plannedIds = async (
  archive: Pick<FileStore, 'open'>,
  { pending }: Pick<IntegrationState, 'pending'>,
): Promise<UnknownIds> => {
  if (!pending) return new Map()
  const { unknown, writes } = await readPlan(archive, pending)
  return joinIds([...unknown, ...writes])
}
