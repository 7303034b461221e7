import type { FileContents, Window } from './file-contents.ts'
import { type FileTable, fileTable, packReference, roleOf, targetOf } from './file-table.ts'
import { emptyManifest, type ManifestTable } from './manifest-table.ts'

/** Those of the windows that a day lies in. */
export const windowsAround = (windows: readonly Window[], day: string | null): readonly Window[] =>
  day === null ? [] : windows.filter(({ oldest, newest }) => day >= oldest && day <= newest)

/** Numbers of the records that the rows of a file give. */
const givenIn = (table: FileTable): Iterable<number> =>
  Iterator.from(Array(table.size()).keys()).filter((number) => table.row(number) > 0)

/** The windows of a file: from the oldest to the newest day of its records, or those of the files it was merged from. */
export const windowsOf = (
  { table, known, windows, quarantined, rowsWithoutId }: FileContents,
  base: ManifestTable,
): readonly Window[] => {
  if (windows) return windows
  let [oldest, newest] = ['', '']
  const cover = (day: string | null): void => {
    if (day === null) return
    if (oldest === '' || day < oldest) oldest = day
    if (day > newest) newest = day
  }
  for (const number of givenIn(table)) cover(table.day(number))
  for (const [index, row] of known.entries()) if (row > 0) cover(base.day(index))
  return oldest === '' ? [] : [{ oldest, newest, quarantined, rowsWithoutId }]
}

/** Whether a record of an earlier file still counts beside a later one: not on the days that the later one covers, its quarantined rows aside. */
const stillSays = (earlier: FileTable, later: FileContents): ((number: number) => boolean) => {
  if (later.rowsWithoutId > 0) return () => true
  const windows = windowsOf(later, emptyManifest)
  return (number) =>
    later.quarantined.has(earlier.id(number)) || windowsAround(windows, earlier.day(number)).length === 0
}

/** Puts records of one table into another, in place of those with the same ids. */
export const putInto = (into: FileTable, from: FileTable, isWanted: (number: number) => boolean): void => {
  const numberOf = (number: number): number => into.numberOf(from.id(number), from.model(number), from.remoteId(number))
  for (const number of givenIn(from)) {
    if (!isWanted(number)) continue
    const mentioned = Array.from(from.references(number), (each) =>
      packReference(roleOf(each), numberOf(targetOf(each))),
    )
    into.give(numberOf(number), {
      row: from.row(number),
      own: from.own(number),
      embed: from.embed(number),
      day: from.day(number),
      marks: from.marks(number),
      references: mentioned,
      place: from.place(number),
    })
  }
}

/** Two files that cover a window each as one, equal to applying the earlier and then the later. No row of theirs is taken for known. */
export const mergeWindows = (earlier: FileContents, later: FileContents): FileContents => {
  const table = fileTable()
  putInto(table, earlier.table, stillSays(earlier.table, later))
  putInto(table, later.table, () => true)
  return {
    table,
    known: new Uint32Array(0),
    quarantined: new Set([...earlier.quarantined, ...later.quarantined]),
    rowsWithoutId: earlier.rowsWithoutId + later.rowsWithoutId,
    windows: [...windowsOf(earlier, emptyManifest), ...windowsOf(later, emptyManifest)],
  }
}
