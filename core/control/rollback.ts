import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { listDocuments } from './documents.ts'
import { rollbackKey, rollbackPartition } from './keys.ts'

/** That a sync is to be undone: written once, taken away by the commit of the sync that did so, or by whoever finds that it cannot be done any more. */
const RollbackSchema = v.object({
  id: v.string(),
  integrationId: v.string(),
  /** The sync that is undone, and the datasets that it was the last to change. */
  syncId: v.string(),
  datasets: v.array(DatasetSchema),
  /** epoch ms */
  requestedAt: v.number(),
})
export type Rollback = v.InferOutput<typeof RollbackSchema>

export const keyOfRollback = ({ integrationId, id }: Pick<Rollback, 'integrationId' | 'id'>) =>
  rollbackKey(integrationId, id)

/** What is to be rolled back and is not yet, oldest first. */
export const openRollbacks = (
  control: Pick<ControlStore, 'query'>,
  integrationId: string,
): Promise<readonly Rollback[]> =>
  Array.fromAsync(listDocuments(control, rollbackPartition(integrationId), RollbackSchema))
