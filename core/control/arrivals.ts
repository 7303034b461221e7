import * as v from 'valibot'
import { CadenceSchema } from '#core/cadence/cadence.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { keyOfChore, type LateChore } from './chore.ts'
import { listDocuments, updateDocument } from './documents.ts'
import type { ExportFile } from './file.ts'
import { arrivalsKey, arrivalsPartition } from './keys.ts'

/** When the files of a dataset came, and when the next one is awaited. Moments are epoch ms. */
export const ArrivalsSchema = v.object({
  integrationId: v.string(),
  dataset: DatasetSchema,
  /** The latest, oldest first. */
  times: v.array(v.number()),
  last: v.object({ fileId: v.string(), name: v.string(), receivedAt: v.number() }),
  /** By what the next one is awaited, set or learned; left out while none is awaited. */
  cadence: v.exactOptional(CadenceSchema),
  /** From when on the next one is late. */
  lateFrom: v.exactOptional(v.number()),
  /** Since when it is. */
  lateSince: v.exactOptional(v.number()),
  /** The file after which it was last told that none has come. */
  toldAfter: v.exactOptional(v.string()),
})
export type Arrivals = v.InferOutput<typeof ArrivalsSchema>

/** Enough for a quarter of daily files, or a week of hourly ones. */
const most = 200

export const readArrivals = (
  control: Pick<ControlStore, 'query'>,
  integrationId: string,
): Promise<readonly Arrivals[]> =>
  Array.fromAsync(listDocuments(control, arrivalsPartition(integrationId), ArrivalsSchema))

const withArrival = (before: Arrivals, { id, name, receivedAt }: ExportFile): Arrivals => {
  if (before.times.includes(receivedAt)) return before
  const times = [...before.times, receivedAt].sort((one, other) => one - other).slice(-most)
  const last = receivedAt > before.last.receivedAt ? { fileId: id, name, receivedAt } : before.last
  return { ...before, times, last }
}

type Awaited = Pick<LateChore, 'integrationId' | 'dataset' | 'dueAt'>

/** Has housekeeping look at `dueAt` whether the next file of a dataset is late. Safe to repeat. */
export const lookForNextFile = async (control: Pick<ControlStore, 'create'>, awaited: Awaited): Promise<void> => {
  const chore: LateChore = { kind: 'late', ...awaited }
  await control.create(keyOfChore(chore), chore)
}

/** Remembers that a file with something in it has come, whatever becomes of it. Safe to repeat. */
export const noteArrival = async (
  control: Pick<ControlStore, 'get' | 'create' | 'replace'>,
  file: ExportFile,
): Promise<void> => {
  const { integrationId, dataset, id, name, receivedAt } = file
  if (!dataset) return
  const key = arrivalsKey(integrationId, dataset)
  const first: Arrivals = { integrationId, dataset, times: [receivedAt], last: { fileId: id, name, receivedAt } }
  if (!(await control.create(key, first)))
    await updateDocument(control, key, ArrivalsSchema, (arrivals) => withArrival(arrivals, file))
  await lookForNextFile(control, { integrationId, dataset, dueAt: receivedAt })
}

/** Has all files judged anew that are awaited, because it changed when they are. */
export const lookForAllFiles = async (
  control: Pick<ControlStore, 'create' | 'query'>,
  integrationId: string,
  dueAt: number,
): Promise<void> => {
  for (const { dataset } of await readArrivals(control, integrationId))
    await lookForNextFile(control, { integrationId, dataset, dueAt })
}
