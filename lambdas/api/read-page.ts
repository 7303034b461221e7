import type { ListQuery } from '#core/api/list-query.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'
import type { Place, Walk } from './walk.ts'

/** A function may answer 6 MB, quotes escaped once more; what is read but filtered out costs money and time. */
const limits = { answerBytes: 4_500_000, escapedBytes: 5_500_000, readBytes: 4_000_000, milliseconds: 5_000 }

/** A stretch at least this long keeps a selective filter from reading one record at a time. */
const shortestStretch = 50

/** A page repeats few moments: records that were written together share theirs. */
const isoMoments = () => {
  const texts = new Map<number, string>()
  return (moment: number): string => {
    const known = texts.get(moment)
    if (known !== undefined) return known
    const text = new Date(moment).toISOString()
    texts.set(moment, text)
    return text
  }
}

/** The record on the wire: the stored text with its two time stamps spliced in, not parsed and written again. */
const wireText = ({ body, changedAt, deletedAt }: StoredRecord, iso: (moment: number) => string): string => {
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

/** A text has at most so many bytes for each of its characters, escaped or not. */
const bytesPerCharacter = 3

/** Counts the bytes of an answer, exactly only when they could be too many: counting takes time. */
const answerSize = () => {
  let [characters, bytes, escaped] = [0, 0, 0]
  const count = (text: string): void => {
    bytes += Buffer.byteLength(text)
    escaped += Buffer.byteLength(JSON.stringify(text))
  }
  const exceedsWith = (results: readonly string[], text: string): boolean => {
    characters += text.length
    if (characters * bytesPerCharacter <= limits.answerBytes) return false
    if (bytes === 0) for (const result of results) count(result)
    count(text)
    return bytes > limits.answerBytes || escaped > limits.escapedBytes
  }
  return { exceedsWith }
}

/** Walks until the page is full, or large, or late, and says where to go on. A page may be empty and yet not the last. */
export const readPage = async (walk: Walk, query: ListQuery, from: Place | undefined, clock: Clock): Promise<Page> => {
  const results: string[] = []
  const size = answerSize()
  const iso = isoMoments()
  const stopAt = clock() + limits.milliseconds
  const isFiltered = query.filters.length > 0
  // A look behind a full page tells whether it is the last; behind a filter that look could be long.
  const isDone = () => isFiltered && results.length === query.page_size
  let readBytes = 0
  let next = from
  do {
    const wanted = query.page_size - results.length + 1
    const { records, behind, next: onward } = await walk(next, isFiltered ? Math.max(wanted, shortestStretch) : wanted)
    let last: StoredRecord | undefined
    const here = (): Place | undefined => (last ? behind(last) : next)
    for (const record of records) {
      readBytes += record.body.length
      if (accepts(query, record)) {
        if (results.length === query.page_size) return { results, next: here() }
        const text = wireText(record, iso)
        if (size.exceedsWith(results, text) && results.length > 0) return { results, next: here() }
        results.push(text)
      }
      last = record
    }
    next = onward
  } while (next && !isDone() && readBytes < limits.readBytes && clock() < stopAt)
  return { results, next }
}
