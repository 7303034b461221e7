import { columnIndex } from '#core/mapping/columns.ts'
import type { Join } from '#core/mapping/join.ts'
import { dateReader } from '#core/values/date.ts'
import { nearness, type Validity } from './current-rows.ts'
import { type PartRoom, partRows } from './part-rows.ts'
import { isUndated, validityReader } from './row-validity.ts'

type Row = { readonly cells: readonly string[]; readonly row: number; readonly inUse: readonly string[] }

/** The rows of a part in memory: how one is added, and found for a row of the main file. */
export type OpenPart = {
  /** `undated`: from when and until when it holds cannot be read, so that it is left out. */
  readonly add: (key: string, row: Row) => 'added' | 'full' | 'undated' | { readonly before: number }
  readonly find: (key: string, main: readonly string[]) => readonly string[] | undefined
}

/** A day that is not said, or cannot be read, is the last one there will be. */
const endOfDays = '9999-12-31'

const dayReader = ({ column, dateFormat }: NonNullable<Join['day']>, header: readonly string[]) => {
  const index = columnIndex(header, column)
  const read = dateReader(dateFormat)
  return (cells: readonly string[]): string => {
    const day = read((cells[index] ?? '').trim())
    return typeof day === 'string' ? day : endOfDays
  }
}

/** Of each key the last row. */
const openLast = (room: PartRoom): OpenPart => {
  const rows = partRows(room)
  return { add: (key, { inUse, row }) => rows.add(key, inUse, row), find: rows.get }
}

/** Of each key the row that holds on the day that a row of the main file says. */
const openTimeline = (
  room: PartRoom,
  periodOf: ReturnType<typeof validityReader>,
  dayOf: ReturnType<typeof dayReader>,
): OpenPart => {
  const rows = partRows(room)
  const periods = new Map<string, Validity[]>()
  const place = (key: string, number: number): string => `${key}\u001e${number}`
  return {
    add: (key, { cells, inUse, row }) => {
      const period = periodOf(cells)
      if (isUndated(period)) return 'undated'
      const known = periods.get(key) ?? []
      if (rows.add(place(key, known.length), inUse, row) === 'full') return 'full'
      known.push(period)
      periods.set(key, known)
      return 'added'
    },
    find: (key, main) => {
      const day = dayOf(main)
      const ranks = (periods.get(key) ?? []).map((period) => nearness(period, day))
      const best = ranks.reduce((found, rank, number) => (rank >= (ranks[found] ?? '') ? number : found), 0)
      return rows.get(place(key, best))
    },
  }
}

export const openPart = (
  { day, current }: Pick<Join, 'day' | 'current'>,
  room: PartRoom,
  { part, main }: { readonly part: readonly string[]; readonly main: readonly string[] },
): OpenPart =>
  day && current ? openTimeline(room, validityReader(current, part), dayReader(day, main)) : openLast(room)
