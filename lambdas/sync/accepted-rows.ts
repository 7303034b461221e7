import type { Scratch } from '#core/ports/scratch.ts'
import { type FileTable, type GivenRecord, roleOf, targetOf } from '#core/sync/file-table.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'

/** What the rows of an id that came more than once are: the id as the wire shows it, and where they stand. */
export type Repeated = { readonly id: string; readonly remoteId: string; readonly rows: readonly number[] }

/** A record as its row gives it, with its own properties as JSON. */
export type ParsedRecord = Omit<GivenRecord, 'place'> & { readonly json: string }

/** The rows of ids that come more than once. */
const repetitions = () => {
  const rowsOf = new Map<string, number[]>()
  const differing = new Set<string>()
  const again = (id: string, first: number, row: number, same: boolean): void => {
    const rows = rowsOf.get(id)
    if (rows) rows.push(row)
    else rowsOf.set(id, [first, row])
    if (!same) differing.add(id)
  }
  const forget = (id: string): void => {
    differing.delete(id)
    rowsOf.delete(id)
  }
  return { again, forget, differing, rowsOf }
}

/** Whether a record says what is committed. */
const committedSays =
  (base: ManifestTable, table: FileTable) =>
  (index: number, said: Pick<GivenRecord, 'own' | 'day'>, references: Iterable<number>): boolean => {
    if (base.own(index) !== said.own || base.day(index) !== said.day) return false
    const names = Array.from(references, (each) => `${roleOf(each)} ${table.id(targetOf(each))}`)
    return (
      names.join() ===
      base
        .row(index)
        .references.map(({ role, id }) => `${role} ${id}`)
        .join()
    )
  }

/** Puts the records of rows into a table; known rows are only remembered by their numbers. */
export const acceptedRows = (base: ManifestTable, table: FileTable, scratch: Pick<Scratch, 'add'>) => {
  const known = new Uint32Array(base.size)
  /** 1 for each committed row whose id was parsed. */
  const parsed = new Uint8Array(base.size)
  const { again, forget: forgetRepetitions, differing, rowsOf } = repetitions()
  const saysCommitted = committedSays(base, table)

  const add = (id: string, number: number, record: ParsedRecord): void => {
    const { row, references } = record
    const first = table.row(number)
    const index = base.find(id)
    const knownRow = known[index] ?? 0
    if (first > 0) again(id, first, row, table.says(number, record))
    else if (knownRow > 0) again(id, knownRow, row, saysCommitted(index, record, references))
    else {
      table.give(number, { ...record, place: scratch.add(record.json) })
      if (index >= 0) parsed[index] = 1
    }
  }

  const addKnown = (index: number, row: number): void => {
    const first = known[index] ?? 0
    const number = parsed[index] === 1 ? table.find(base.id(index)) : -1
    if (number >= 0) {
      const said = { own: table.own(number), day: table.day(number) }
      again(base.id(index), table.row(number), row, saysCommitted(index, said, table.references(number)))
    } else if (first > 0) again(base.id(index), first, row, true)
    else known[index] = row
  }

  const takeOut = (id: string): readonly Repeated[] => {
    const number = table.find(id)
    const index = base.find(id)
    const parsedRow = number < 0 ? 0 : table.row(number)
    const row = parsedRow || (known[index] ?? 0)
    if (row === 0) return []
    const remoteId = parsedRow > 0 ? table.remoteId(number) : base.remoteId(index)
    if (parsedRow > 0) table.takeOut(number)
    if (index >= 0) known[index] = 0
    return [{ id, remoteId, rows: rowsOf.get(id) ?? [row] }]
  }

  /** Takes out the ids that stand in several different rows, or in a quarantined one too, and answers their rows. */
  const takeOutRepeated = (quarantined: ReadonlySet<string>): readonly Repeated[] =>
    [...new Set([...differing, ...quarantined])].flatMap(takeOut).sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0))

  /** As if no row had given the record yet. */
  const forget = (id: string): void => {
    takeOut(id)
    forgetRepetitions(id)
    const index = base.find(id)
    if (index >= 0) parsed[index] = 0
  }

  return { known, add, addKnown, forget, takeOutRepeated }
}
