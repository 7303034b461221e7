import type { AnswerOf } from '../../call.ts'

export type ShownFile = AnswerOf<'GET /manage/integrations/{integration_id}/files'>['results'][number]
export type ShownSync = AnswerOf<'GET /manage/integrations/{integration_id}/syncs'>['results'][number]

type Page<Item> = { readonly next: string | null; readonly results: readonly Item[] }

export type Entry =
  | { readonly kind: 'file'; readonly at: string; readonly file: ShownFile }
  | { readonly kind: 'sync'; readonly at: string; readonly sync: ShownSync }

const mostEntries = 40

/** How far back a page tells everything, epoch ms. */
const reach = (moments: readonly string[], next: string | null): number =>
  next === null ? 0 : Date.parse(moments.at(-1) ?? '')

/** Files and syncs in the order of time, newest first, as far back as both are known. */
export const entriesOf = (files: Page<ShownFile>, syncs: Page<ShownSync>): readonly Entry[] => {
  const ofFiles = files.results.map((file): Entry => ({ kind: 'file', at: file.received_at, file }))
  const ofSyncs = syncs.results.map((sync): Entry => ({ kind: 'sync', at: sync.queued_at, sync }))
  const since = Math.max(
    reach(
      files.results.map(({ received_at }) => received_at),
      files.next,
    ),
    reach(
      syncs.results.map(({ queued_at }) => queued_at),
      syncs.next,
    ),
  )
  return [...ofFiles, ...ofSyncs]
    .filter(({ at }) => Date.parse(at) >= since)
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, mostEntries)
}
