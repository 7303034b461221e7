import { modelIds } from '#core/model/models.ts'
import type { RecordPosition, StoredRecord } from '#core/ports/record-store.ts'
import { spacesOf } from './spaces.ts'
import type { Stores } from './stores.ts'

const pageSize = 40

/** An app that keeps its own copy of the records by asking, now and then, what changed since it last asked. */
export const createFeedReader = (stores: Stores, integrationId: string, now: () => number) => {
  const copy = new Map<string, StoredRecord>()
  let asked = 0

  const poll = async (): Promise<void> => {
    const range = { after: asked, until: now() }
    const spaces = await spacesOf(stores, integrationId)
    for (const model of modelIds) {
      let from: RecordPosition | undefined
      do {
        const page = await stores.records.feed(spaces(model), range, from, { records: pageSize })
        for (const record of page.records) copy.set(record.id, record)
        from = page.next
      } while (from)
    }
    asked = range.until
  }

  return { poll, copy: (): ReadonlyMap<string, StoredRecord> => copy }
}
