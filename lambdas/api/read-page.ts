import type { ListQuery } from '#core/api/list-query.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'
import type { Place, Walk } from './walk.ts'

/** A function may answer 6 MB, quotes escaped once more; what is read but filtered out costs money and time. */
const limits = { answerBytes: 4_500_000, readBytes: 4_000_000, milliseconds: 5_000 }

/** A stretch at least this long keeps a selective filter from reading one record at a time. */
const shortestStretch = 50

const iso = (moment: number): string => new Date(moment).toISOString()

/** The record on the wire: the stored text with its two time stamps spliced in, not parsed and written again. */
const wireText = ({ body, changedAt, deletedAt }: StoredRecord): string => {
  const deleted = deletedAt === null ? 'null' : `"${iso(deletedAt)}"`
  return `${body.slice(0, -1)},"changed_at":"${iso(changedAt)}","remote_deleted_at":${deleted}}`
}

const accepts = (query: ListQuery, record: StoredRecord): boolean => {
  if (!query.include_deleted && record.deletedAt !== null) return false
  if (query.updated_after !== undefined && record.feedAt < query.updated_after) return false
  if (query.filters.length === 0) return true
  const body = JSON.parse(record.body)
  return query.filters.every((filter) => filter.keeps(body))
}

export type Page = { readonly results: readonly string[]; readonly next: Place | undefined }

/** Walks until the page is full, or large, or late, and says where to go on. A page may be empty and yet not the last. */
export const readPage = async (walk: Walk, query: ListQuery, from: Place | undefined, clock: Clock): Promise<Page> => {
  const results: string[] = []
  const stopAt = clock() + limits.milliseconds
  const isFiltered = query.filters.length > 0
  // A look behind a full page tells whether it is the last; behind a filter that look could be long.
  const isDone = () => isFiltered && results.length === query.page_size
  let [answerBytes, readBytes] = [0, 0]
  let next = from
  do {
    const wanted = query.page_size - results.length + 1
    const stretch = await walk(next, isFiltered ? Math.max(wanted, shortestStretch) : wanted)
    for (const { record, place } of stretch.steps) {
      readBytes += record.body.length
      if (accepts(query, record)) {
        const text = wireText(record)
        answerBytes += Buffer.byteLength(text)
        if (results.length === query.page_size) return { results, next }
        if (results.length > 0 && answerBytes > limits.answerBytes) return { results, next }
        results.push(text)
      }
      next = place
    }
    next = stretch.next
  } while (next && !isDone() && readBytes < limits.readBytes && clock() < stopAt)
  return { results, next }
}
