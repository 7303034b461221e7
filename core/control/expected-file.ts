import type { ControlStore } from '#core/ports/control-store.ts'
import { keyOfChore, type LateChore } from './chore.ts'
import { listDocuments } from './documents.ts'
import { type ExportFile, ExportFileSchema } from './file.ts'
import type { ExpectedFile, Integration } from './integration.ts'
import { filePartition } from './keys.ts'

const hourMs = 60 * 60 * 1000

/** A tenth of the interval, at least an hour: exports do not start on the minute, and some take long. */
const graceMs = (everyMs: number): number => Math.max(hourMs, everyMs / 10)

/** What is expected from now on; the same as before when nothing changes. */
export const expecting = (
  before: ExpectedFile | undefined,
  everyHours: number | null,
  now: number,
): ExpectedFile | undefined => {
  if (everyHours === null) return undefined
  return before?.everyHours === everyHours ? before : { everyHours, since: now }
}

/** From when on the next file is late, epoch ms. What was not expected yet was not late either. */
export const lateFrom = ({ everyHours, since }: ExpectedFile, lastReceivedAt: number): number => {
  const everyMs = everyHours * hourMs
  return Math.max(since, lastReceivedAt) + everyMs + graceMs(everyMs)
}

/**
 * Has housekeeping look whether another file has come after the one of `receivedAt` (epoch ms), where one is expected; after it began to be
 * expected, where no file is given. Safe to repeat.
 */
export const awaitNextFile = async (
  control: Pick<ControlStore, 'create'>,
  { id, expectedFile }: Pick<Integration, 'id' | 'expectedFile'>,
  receivedAt = 0,
): Promise<void> => {
  if (!expectedFile) return
  const chore: LateChore = { kind: 'late', integrationId: id, dueAt: lateFrom(expectedFile, receivedAt) }
  await control.create(keyOfChore(chore), chore)
}

const pageSize = 25

/** The newest employees file with anything in it, whatever became of it; `undefined` before the first. */
export const newestEmployeesFile = async (
  control: Pick<ControlStore, 'query'>,
  integrationId: string,
): Promise<ExportFile | undefined> => {
  const newestFirst = { ...filePartition(integrationId), descending: true, limit: pageSize }
  for await (const file of listDocuments(control, newestFirst, ExportFileSchema))
    if (file.dataset === 'employees' && file.state !== 'REJECTED') return file
  return undefined
}
