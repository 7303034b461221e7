import { updateDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import type { RecordStore, Spend } from '#core/ports/record-store.ts'
import type { SyncPorts } from './ports.ts'

/** The same store, and what its writes cost since it was last asked. */
export const meteredRecords = (records: RecordStore) => {
  let units = 0
  let estimated = false
  const spent = (spend: Spend): void => {
    units += spend.units
    estimated ||= spend.estimated
  }
  const metered: RecordStore = {
    ...records,
    write: (space, puts, deadline) => records.write(space, puts, deadline, spent),
  }
  return { records: metered, spent: (): Spend => ({ units, estimated }) }
}

/** Adds what a run of the sync has cost: runs that were put off, or failed, count as well. */
export const withUnits = (sync: Sync, { units, estimated }: Spend): Sync => {
  const before = sync.writeUnits ?? { units: 0, estimated: false }
  return { ...sync, writeUnits: { units: before.units + units, estimated: before.estimated || estimated } }
}

export const noteUnits = async (
  { control }: Pick<SyncPorts, 'control'>,
  { integrationId, syncId }: { readonly integrationId: string; readonly syncId: string },
  spend: Spend,
): Promise<void> => {
  await updateDocument(control, syncKey(integrationId, syncId), SyncSchema, (sync) => withUnits(sync, spend))
}
