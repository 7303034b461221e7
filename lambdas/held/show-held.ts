import * as v from 'valibot'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { type HeldSet, readHeld, waitingOf } from './held-rows.ts'
import { namesOf } from './name-held.ts'
import type { HeldPorts } from './ports.ts'

const pageSize = 100

const shownSet = (set: HeldSet) => {
  const waiting = waitingOf(set).length
  return { dataset: set.dataset, set: set.name, waiting, kept: set.rows.length - waiting }
}

type Wish = { readonly integrationId: string; readonly cursor: string; readonly dataset?: Dataset | undefined }

/** A page of those whose removal is held, and what waits in each dataset; undefined when the cursor is none of this list. */
export const showHeld = async (ports: HeldPorts, { integrationId, cursor, dataset }: Wish) => {
  const scope = { integrationId, endpoint: 'held', filters: { dataset } }
  const start = cursor === '' ? 0 : readCursor(ports.system, scope, cursor, v.number())
  if (start === undefined) return undefined
  const { state, sets } = await readHeld(ports, integrationId, dataset)
  const all = sets.flatMap((set) => set.rows.map((row) => ({ dataset: set.dataset, row })))
  const end = start + pageSize
  const page = all.slice(start, end)
  const names = await namesOf(
    ports,
    integrationId,
    state,
    page.map(({ row }) => row),
  )
  return {
    next: end < all.length ? writeCursor(ports.system, scope, end) : null,
    results: page.map(({ dataset: of, row: { model, id, remoteId, hold } }) => ({
      dataset: of,
      model,
      id,
      remote_id: remoteId,
      name: names.get(id) ?? null,
      absent_since: hold.since,
      cause: hold.cause,
      kept: hold.kept,
    })),
    sets: sets.map(shownSet),
  }
}
