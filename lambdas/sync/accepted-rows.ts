import type { BuiltRecord } from '#core/records/built-record.ts'
import type { FileRecord } from '#core/sync/file-contents.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'

/** What the rows of an id that came more than once are: the id as the wire shows it, and where they stand. */
export type Repeated = { readonly id: string; readonly remoteId: string; readonly rows: readonly number[] }

/** Whether a record says what a committed row remembers. */
export type SaysTheSame = (index: number, record: BuiltRecord) => boolean

/** Records by id, known rows among them, and every row of the ids that came more than once. */
export const acceptedRows = (base: ManifestTable, saysTheSame: SaysTheSame) => {
  const records = new Map<string, FileRecord>()
  const known = new Uint32Array(base.size)
  /** 1 for each committed row whose id was parsed. */
  const parsed = new Uint8Array(base.size)
  const rowsOf = new Map<string, number[]>()
  const repeated = new Set<string>()

  const again = (id: string, first: number, row: number, same: boolean): void => {
    const rows = rowsOf.get(id)
    if (rows) rows.push(row)
    else rowsOf.set(id, [first, row])
    if (!same) repeated.add(id)
  }

  const add = (id: string, accepted: FileRecord): void => {
    const first = records.get(id)
    const index = base.find(id)
    const knownRow = known[index] ?? 0
    if (first) again(id, first.row, accepted.row, JSON.stringify(first.record) === JSON.stringify(accepted.record))
    else if (knownRow > 0) again(id, knownRow, accepted.row, saysTheSame(index, accepted.record))
    else {
      records.set(id, accepted)
      if (index >= 0) parsed[index] = 1
    }
  }

  const addKnown = (index: number, row: number): void => {
    const first = known[index] ?? 0
    const before = parsed[index] === 1 ? records.get(base.id(index)) : undefined
    if (before) again(base.id(index), before.row, row, saysTheSame(index, before.record))
    else if (first > 0) again(base.id(index), first, row, true)
    else known[index] = row
  }

  const takeOut = (id: string): readonly Repeated[] => {
    const accepted = records.get(id)
    const index = base.find(id)
    const row = accepted?.row ?? known[index] ?? 0
    if (row === 0) return []
    const remoteId = accepted?.record.remoteId ?? base.remoteId(index)
    records.delete(id)
    if (index >= 0) known[index] = 0
    return [{ id, remoteId, rows: rowsOf.get(id) ?? [row] }]
  }

  /** Takes out the ids that stand in several different rows, or in a quarantined one too, and answers their rows. */
  const takeOutRepeated = (quarantined: ReadonlySet<string>): readonly Repeated[] =>
    [...new Set([...repeated, ...quarantined])].flatMap(takeOut).sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))

  return { records, known, add, addKnown, takeOutRepeated }
}
