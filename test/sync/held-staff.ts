import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import type { HeldDecision } from '#core/control/held-decision.ts'
import { fileKey, filePartition } from '#core/control/keys.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { decideHeld, type Meant } from '../../lambdas/held/decide-held.ts'
import type { HeldPorts } from '../../lambdas/held/ports.ts'
import { showHeld } from '../../lambdas/held/show-held.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { employeesCsv, integrationId, type Workplace } from './workplace.ts'

/** People by their numbers, from one up to another, last one included. */
export const crowd = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i},Person ${from + i},,B,Bern,Research,2020-01-01`)

export const pushCrowd = async (work: Workplace, rows: readonly string[]) =>
  work.run(await work.deliver('employees.csv', employeesCsv(rows)))

const heldPorts = (work: Workplace): HeldPorts => ({
  ...work.ports,
  system: { ...systemOf('secret'), clock: work.now },
})

/** As if the files had been kept for as long as the settings say. */
export const forgetFiles = async (work: Workplace): Promise<void> => {
  const files = listDocuments(work.control, filePartition(integrationId), ExportFileSchema)
  for await (const file of files)
    await updateDocument(work.control, fileKey(file), ExportFileSchema, (each) => ({ ...each, archive: null }))
}

/** Everybody who is held, and what waits by dataset. */
export const heldNow = async (work: Workplace) => {
  const page = await showHeld(heldPorts(work), { integrationId, cursor: '' })
  if (!page) throw new Error('the first page needs no cursor')
  const waiting = page.results.filter(({ kept }) => !kept).map(({ remote_id }) => remote_id)
  return { ...page, waiting: waiting.toSorted((a, b) => Number(a) - Number(b)) }
}

/** Decides about some, by their remote ids, or about all who wait; answers the message of the sync that carries it out. */
export const decide = async (
  work: Workplace,
  decision: HeldDecision['decision'],
  remoteIds?: readonly string[],
  dataset: Dataset = 'employees',
): Promise<SyncMessage> => {
  const { results, sets } = await heldNow(work)
  const set = sets.find((each) => each.dataset === dataset)?.set ?? ''
  const ids = results.filter((each) => remoteIds?.includes(each.remote_id)).map(({ id }) => id)
  const meant: Meant = remoteIds ? { ids } : { set }
  const made = await decideHeld(heldPorts(work), { integrationId, dataset, decision, meant })
  if (made.kind !== 'decided') throw new Error(made.kind)
  return { kind: 'sync', integrationId, syncId: made.syncId, reason: 'removals' }
}
