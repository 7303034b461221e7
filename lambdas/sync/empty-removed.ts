import { type Chore, keyOfChore } from '#core/control/chore.ts'
import { purgeAfterMs } from '#core/control/retention.ts'
import { modelIds } from '#core/model/models.ts'
import type { RecordPosition, RecordPut, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import { emptiedBody } from '#core/records/emptied.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import type { Leg } from './move-generation.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { spaceOf } from './write-records.ts'

const pageSize = 500

/** Readers see records up to ten seconds after they were removed; a later look finds all of them. */
const marginMs = 60_000

/** The removed record without its contents, its moments as they are: nobody is told, since nothing happened. */
const emptied = ({ model }: RecordSpace, record: StoredRecord, until: number): readonly RecordPut[] => {
  if (record.deletedAt === null || record.deletedAt > until) return []
  const body = JSON.stringify(emptiedBody(model, storedBody(record)))
  return body === record.body ? [] : [{ ...record, body }]
}

type Stretch = { readonly after: number; readonly until: number }

const emptySpace = async (
  { records, now }: Pick<SyncPorts, 'records' | 'now'>,
  session: StateSession,
  space: RecordSpace,
  stretch: Stretch,
  stopAt: number,
): Promise<boolean> => {
  let from: RecordPosition | undefined
  do {
    const page = await records.feed(space, stretch, from, { records: pageSize })
    const puts = page.records.flatMap((record) => emptied(space, record, stretch.until))
    if (puts.length > 0) await records.write(space, puts, await session.extend())
    from = page.next
    // What is empty costs no write, so another run gets further.
    if (from && puts.length > 0 && now() >= stopAt) return false
  } while (from)
  return true
}

/**
 * Takes the contents away from records that were removed two weeks ago: they keep their ids, and what may never be null. The feed tells
 * where they are, by when they were written last. Answers whether it came to the end.
 */
export const emptyRemoved = async (ports: SyncPorts, session: StateSession, leg: Leg): Promise<boolean> => {
  const { integrationId, stopAt } = leg
  const stretch = { after: session.state().emptiedUntil ?? 0, until: ports.now() - purgeAfterMs }
  if (stretch.until <= stretch.after) return true
  for (const model of modelIds) {
    const generation = session.state().generations[model]
    if (!generation) continue
    const space = spaceOf(integrationId, model, generation)
    if (!(await emptySpace(ports, session, space, stretch, stopAt))) return false
  }
  await session.save((state) => ({ ...state, emptiedUntil: stretch.until }))
  return true
}

/** Has removed records emptied in two weeks; to be called before the commit. */
export const scheduleEmptying = async (
  { control, now }: Pick<SyncPorts, 'control' | 'now'>,
  integrationId: string,
): Promise<void> => {
  const chore: Chore = { kind: 'upkeep', integrationId, dueAt: now() + purgeAfterMs + marginMs }
  await control.create(keyOfChore(chore), chore)
}
